import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** The jars of the program, without what other platforms and other downloads need. */
final class Jars {
  /** From here on a class archive takes classes in: Java 6; this is Java 8's. */
  private static final int FORMAT = ClassFile.JAVA_8_VERSION;

  private static final int OLDEST = ClassFile.JAVA_6_VERSION;

  private final Platform platform;
  private final FileTime time;

  Jars(Platform platform, FileTime time) {
    this.platform = platform;
    this.time = time;
  }

  /** Copies what the program needs to one folder and what training adds to another. */
  void write(Path lib, Path app, Path training) throws IOException {
    Files.createDirectories(app);
    Files.createDirectories(training);
    List<Path> jars;
    try (Stream<Path> files = Files.list(lib)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    if (jars.stream().noneMatch(jar -> name(jar).startsWith("auricle-app-"))) {
      throw new IOException(lib + " has no auricle-app; build it first: mvn -pl app -am package");
    }
    List<String> names = new ArrayList<>();
    for (Path jar : jars) {
      String name = name(jar);
      if (name.matches("ffmpeg-.*-(linux|macosx|windows).*")) {
        continue; // unpacked in lib/app/natives
      }
      if (name.startsWith("pytorch-native") && platform == Platform.host()) {
        // Nothing of it is left out, and 450 MB are packed once only.
        Files.copy(jar, training.resolve(name));
      } else if (name.startsWith("pytorch-native") || name.startsWith("pytorch-jni")) {
        copy(jar, training.resolve(name), true, entry -> true);
      } else {
        copy(jar, app.resolve(name), false, entry -> true);
        names.add(name);
        if (name.startsWith("xgboost4j")) {
          copy(jar, training.resolve("natives-" + name), true, platform::isForTraining);
        }
      }
    }
    start(app.resolve("auricle.jar"), names);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Which entries are taken. */
  private interface Choice {
    boolean takes(String entry);
  }

  private void copy(Path from, Path to, boolean training, Choice choice) throws IOException {
    try (JarFile jar = new JarFile(from.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        boolean isNative = Platform.NATIVE.matcher(name).matches();
        boolean taken =
            !isNative || (platform.needs(name) && platform.isForTraining(name) == training);
        // The class path knows no modules, and jdeps would ask for all that these name.
        if (entry.isDirectory() || !taken || !choice.takes(name) || name.endsWith("module-info.class")) {
          continue;
        }
        try (InputStream in = jar.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          put(out, name, name.endsWith(".class") ? modern(bytes, jar) : bytes);
        }
      }
    }
    Files.setLastModifiedTime(to, time);
  }

  /** Stored as it is: the zip around all packs it better, and a start need not unpack it. */
  private void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(time);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  /**
   * The same code in a format that a class archive takes. picocli's is that of Java 5, whose classes
   * are read and checked anew at every start.
   */
  private static byte[] modern(byte[] bytes, JarFile jar) {
    int major = (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    if (major >= OLDEST) {
      return bytes;
    }
    ClassHierarchyResolver classes =
        ClassHierarchyResolver.ofResourceParsing(
                type -> {
                  String name = type.packageName().replace('.', '/');
                  String file = (name.isEmpty() ? "" : name + "/") + type.displayName() + ".class";
                  JarEntry entry = jar.getJarEntry(file);
                  try {
                    return entry == null ? null : jar.getInputStream(entry);
                  } catch (IOException e) {
                    return null;
                  }
                })
            .orElse(ClassHierarchyResolver.defaultResolver());
    ClassFile file =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(classes),
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ConstantPoolSharingOption.NEW_POOL);
    ClassModel model = file.parse(bytes);
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(FORMAT, 0);
          } else {
            builder.with(element);
          }
        };
    return file.transformClass(
        model, version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
  }

  /** A jar that names the others in an order that stays, as a class archive asks for it. */
  private void start(Path target, List<String> names) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "io.auricle.cli.Main");
    main.put(Attributes.Name.CLASS_PATH, String.join(" ", names));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      manifest.write(bytes);
      put(out, JarFile.MANIFEST_NAME, bytes.toByteArray());
    }
    Files.setLastModifiedTime(target, time);
  }

  /** What native code of other platforms, or of other downloads, still lies in jars. */
  List<String> strangers(Path folder, boolean training) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        try (JarFile jar = new JarFile(file.toFile())) {
          jar.stream()
              .map(JarEntry::getName)
              .filter(entry -> Platform.NATIVE.matcher(entry).matches())
              .filter(e -> !platform.needs(e) || platform.isForTraining(e) != training)
              .forEach(entry -> found.add(name(file) + "!" + entry));
        }
      }
    }
    return found;
  }
}
