Describe 'The folders of <_>' -ForEach 'IvsTools.Emulator' {
    BeforeAll {
        $project = $_
        $source = Convert-Path "$PSScriptRoot/../src/$project"
        $files = Get-ChildItem $source -Recurse -Filter *.cs | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | ForEach-Object {
            $text = Get-Content $_.FullName -Raw
            [pscustomobject]@{
                Name = $_.BaseName
                Folder = [System.IO.Path]::GetRelativePath($source, $_.DirectoryName).Replace('\', '/')
                Namespace = [regex]::Match($text, '(?m)^namespace ([\w.]+);').Groups[1].Value
                Uses = @([regex]::Matches($text, "(?m)^using ($([regex]::Escape($project))\.[\w.]+);").ForEach{ $_.Groups[1].Value })
                Text = $text
            }
        }
        $inFolders = $files | Where-Object Folder -NE '.'
    }

    It 'match the namespaces of their files' {
        $files | ForEach-Object {
            $expected = $_.Folder -eq '.' ? $project : "$project.$($_.Folder.Replace('/', '.'))"
            if ($_.Namespace -cne $expected) { "$($_.Folder)/$($_.Name): $($_.Namespace)" }
        } | Should -BeNullOrEmpty
    }

    It 'do not have circular dependencies' {
        $uses = @{}
        foreach ($folder in $inFolders | Group-Object Namespace) {
            $uses[$folder.Name] = @($folder.Group.Uses | Where-Object { $_ -cne $folder.Name } | Sort-Object -Unique)
        }
        $uses.Count | Should -BeGreaterThan 5
        # Removes the folders that use none of the remaining folders, until only cycles remain.
        do {
            $free = @($uses.Keys | Where-Object { -not ($uses[$_] | Where-Object { $uses.ContainsKey($_) }) })
            $free | ForEach-Object { $uses.Remove($_) }
        } while ($free)
        $uses.Keys | Should -BeNullOrEmpty
    }

    It 'do not use the classes in the root folder that depend on other folders' {
        # The other types in the root folder are data that every folder can use: requests, responses, options, exceptions.
        $above = $files | Where-Object { $_.Folder -eq '.' -and $_.Uses } | ForEach-Object Name
        $above | Should -Contain 'EmulatorServer'
        $pattern = '\b(' + ($above -join '|') + ')\b'
        $inFolders | Where-Object { ($_.Text -replace '(?m)//.*$') -cmatch $pattern } |
            ForEach-Object { "$($_.Folder)/$($_.Name) uses $([regex]::Match($_.Text, $pattern).Value)" } | Should -BeNullOrEmpty
    }
}
