@echo off
rem Auricle's launcher in a release for Windows. Java comes along in lib\runtime; nothing has to be installed.
setlocal EnableExtensions DisableDelayedExpansion
for %%i in ("%~dp0..") do set "root=%%~fi"
set "app=%root%\lib\app"
set "path_=%app%\auricle.jar"
rem What only training needs is a download of its own: unpacked into this folder or beside it.
if exist "%root%\..\@training@\lib" set "path_=%path_%;%root%\..\@training@\lib\*"
if exist "%root%\training\lib" set "path_=%app%\auricle.jar;%root%\training\lib\*"
set options="@%app%\java.options" "-Dauricle.natives=%app%\natives"
rem PyTorch's matrix products come out equal whichever thread is first.
if not defined MKL_CBWR set "MKL_CBWR=AVX2,STRICT"
rem The Vector API pays in long work only, and the archive is for the modules of short work.
set "vector="
for %%c in (features train tune evaluate reproduce explore) do if "%~1"=="%%c" set "vector=1"
if defined vector set options=%options% --add-modules jdk.incubator.vector
if not defined vector if exist "%app%\start.aot" set options=%options% "-XX:AOTCache=%app%\start.aot" -Xlog:disable -Xlog:all=error:stderr
"%root%\lib\runtime\bin\java.exe" %options% %AURICLE_JAVA_OPTIONS% -cp "%path_%" io.auricle.cli.Main %*
exit /b %errorlevel%
