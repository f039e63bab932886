# Starts moto, which emulates AWS KMS and SSM, for the tests that dot-source this file. Without moto, these tests are skipped.
$python = Get-Command python3 -CommandType Application -ErrorAction Ignore | Select-Object -First 1
$hasMoto = $python -and $(& $python -c 'import moto.server, moto.kms, moto.ssm' 2>$null; $LASTEXITCODE -eq 0)

function Start-Moto {
    $info = [System.Diagnostics.ProcessStartInfo]::new($python.Source)
    $info.ArgumentList.Add("$PSScriptRoot/Moto/server.py")
    $info.RedirectStandardInput = $info.RedirectStandardOutput = $info.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($info)
    $process.BeginErrorReadLine()
    $url = "http://127.0.0.1:$($process.StandardOutput.ReadLine())"
    $env:AWS_ENDPOINT_URL_KMS = $env:AWS_ENDPOINT_URL_SSM = $url
    $env:AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE'
    $env:AWS_SECRET_ACCESS_KEY = 'secret'
    $env:AWS_REGION = 'us-west-2'
    $process | Add-Member Url $url -PassThru
}

function Stop-Moto($Process) {
    $Process.StandardInput.Close()
    $Process.WaitForExit()
    Get-ChildItem env:AWS_ENDPOINT_URL_KMS, env:AWS_ENDPOINT_URL_SSM, env:AWS_ACCESS_KEY_ID, env:AWS_SECRET_ACCESS_KEY, env:AWS_REGION |
        Remove-Item
}

# Makes one call with the JSON protocol of AWS. moto does not check the signature.
function Invoke-Moto([string] $Target, [hashtable] $Body) {
    $service = @{ TrentService = 'kms'; AmazonSSM = 'ssm'; secretsmanager = 'secretsmanager' }[$Target.Split('.')[0]]
    Invoke-RestMethod $moto.Url -Method Post -ContentType application/x-amz-json-1.1 -Body ($Body | ConvertTo-Json) -Headers @{
        'X-Amz-Target'  = $Target
        'Authorization' = "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-west-2/$service/aws4_request, " +
            'SignedHeaders=host, Signature=0'
    } -SkipHeaderValidation
}
