# The views are in a separate module, because PowerShell loads the views of a module before its code. If another version of the module
# is already loaded, the code rejects the import, and the views must not be loaded.
@{
    ModuleVersion    = '1.0.0'
    GUID             = 'f2f5f0f1-3f56-4c0b-8a0c-6b5f7a3a6c1d'
    FormatsToProcess = @('IvsTools.Format.ps1xml')
    TypesToProcess   = @('IvsTools.Types.ps1xml')
}
