# Explains why the loader was not imported.
$loader = 'IvsTools.Loader.LoadContext' -as [type]
if ($loader) { throw $loader::AnotherCopy }
throw 'IvsTools has not been built. Run ./build.ps1 in the repository folder, and then import IvsTools again.'
