# PowerShell loads the views of a module before its code. The views are in a separate module, so that they are not loaded if the code
# rejects the import because another version is already loaded.
@{
    ModuleVersion    = '1.0.0'
    GUID             = 'f2f5f0f1-3f56-4c0b-8a0c-6b5f7a3a6c1d'
    FormatsToProcess = @('IvsTools.Format.ps1xml')
    TypesToProcess   = @('IvsTools.Types.ps1xml')
}
