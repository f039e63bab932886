# Explains why the loader was not imported.
$loader = 'IvsTools.Loader.LoadContext' -as [type]
if ($loader) { throw $loader::AnotherCopy }
throw 'IvsTools has not been built. Run ./build.ps1 in its folder, and then import it again.'
