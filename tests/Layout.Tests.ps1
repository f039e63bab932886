BeforeAll {
    function Get-SourceFile($Project) {
        $source = Convert-Path "$PSScriptRoot/../src/$Project"
        Get-ChildItem $source -Recurse -Filter *.cs | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' | ForEach-Object {
            $text = Get-Content $_.FullName -Raw
            [pscustomobject]@{
                Name = $_.BaseName
                Folder = [System.IO.Path]::GetRelativePath($source, $_.DirectoryName).Replace('\', '/')
                Namespace = [regex]::Match($text, '(?m)^namespace ([\w.]+);').Groups[1].Value
                Uses = @([regex]::Matches($text, "(?m)^using ($([regex]::Escape($Project))\.[\w.]+);").ForEach{ $_.Groups[1].Value })
                Code = $text -replace '(?m)//.*$' -replace '"[^"\r\n]*"'
            }
        }
    }
    # Types of different folders can share a namespace, so this function searches for the names of types and not for namespaces.
    function Get-Use($Folders) {
        $uses = @{}
        foreach ($folder in $Folders) {
            $uses[$folder.Name] = @(foreach ($other in $Folders -ne $folder) {
                    $pattern = '(?<!\.)\b(' + (($other.Group.Name -replace 'Attribute$', '(Attribute)?') -join '|') + ')\b(?!\s*[=:])'
                    if ($folder.Group.Code -cmatch $pattern) { $other.Name }
                })
        }
        $uses
    }
    # A folder that depends on no other folder is not part of a cycle. Removing such folders again and again leaves only cycles.
    function Get-Cycle([hashtable] $Uses) {
        # The names of folders are keys of the hashtable. The folder Keys hides the property Keys, so the code uses psbase.Keys.
        $rest = $Uses.Clone()
        do {
            $free = @($rest.psbase.Keys | Where-Object { -not ($rest[$_] | Where-Object { $rest.ContainsKey($_) }) })
            $free | ForEach-Object { $rest.Remove($_) }
        } while ($free)
        $rest.psbase.Keys
    }
}

Describe 'The folders of <_>' -ForEach 'IvsTools.Emulator' {
    BeforeAll {
        $project = $_
        $files = Get-SourceFile $project
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
        Get-Cycle $uses | Should -BeNullOrEmpty
    }

    It 'do not use the classes in the root folder that depend on other folders' {
        # The other types in the root folder are data that every folder can use: requests, responses, options, exceptions.
        $above = $files | Where-Object { $_.Folder -eq '.' -and $_.Uses } | ForEach-Object Name
        $above | Should -Contain 'EmulatorServer'
        $pattern = '\b(' + ($above -join '|') + ')\b'
        $inFolders | Where-Object { $_.Code -cmatch $pattern } |
            ForEach-Object { "$($_.Folder)/$($_.Name) uses $([regex]::Match($_.Code, $pattern).Value)" } | Should -BeNullOrEmpty
    }
}

Describe 'The folders of IvsTools' {
    It 'do not have circular dependencies' {
        # The subfolders of Binding are separate namespaces. The subfolders of Commands are one namespace.
        $folders = Get-SourceFile IvsTools | Where-Object Folder -NE '.' | Group-Object { $_.Folder -replace '^Commands/.*', 'Commands' }
        $uses = Get-Use $folders
        $uses['Binding/Completion'] | Should -Contain Pipeline
        $uses['Commands'] | Should -Contain Keys
        Get-Cycle $uses | Should -BeNullOrEmpty
    }
}

Describe 'The folders of IvsTools.Core' {
    It 'do not have circular dependencies' {
        # Service and Resources are one layer, because they use each other.
        $layers = Get-SourceFile IvsTools.Core | Where-Object Folder -NE '.' |
            Group-Object { $_.Folder.Split('/')[0] -replace '^Resources$', 'Service' }
        $uses = Get-Use $layers
        $uses['Playback'] | Should -Contain Tokens
        $uses['Service'] | Should -Contain Keys
        Get-Cycle $uses | Should -BeNullOrEmpty
    }
}
