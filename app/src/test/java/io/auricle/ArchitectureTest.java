package io.auricle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directions of ARCHITECTURE.md: who may use whom. */
@AnalyzeClasses(packages = "io.auricle", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final int MOST_FILES = 25;

  /** Catalogues: a file a kind, however many kinds there are. */
  private static final List<String> CATALOGUES =
      List.of("io.auricle.feature.frame", "io.auricle.network.layer");

  private static final String[] AUDIO = {
    "io.auricle.text..",
    "io.auricle.folder..",
    "io.auricle.cache..",
    "io.auricle.file..",
    "io.auricle.dsp..",
    "io.auricle.audio..",
    "io.auricle.feature..",
    "io.auricle.label..",
    "io.auricle.work.."
  };
  private static final String[] DATA = {
    "io.auricle.dataset..", "io.auricle.split..", "io.auricle.eval.."
  };
  private static final String[] MODEL = {"io.auricle.bundle..", "io.auricle.predict.."};
  private static final String[] SPARK = {"io.auricle.spark.."};
  private static final String[] LIBRARY = {"io.auricle.library.."};
  private static final String[] TRAIN = {
    "io.auricle.yaml..",
    "io.auricle.network..",
    "io.auricle.neural..",
    "io.auricle.onnx..",
    "io.auricle.classic..",
    "io.auricle.tag..",
    "io.auricle.tune..",
    "io.auricle.experiment..",
    "io.auricle.distill..",
    "io.auricle.featureset..",
    "io.auricle.teach.."
  };
  private static final String[] EXPLORE = {"io.auricle.explore.."};
  private static final String[] APP = {
    "io.auricle.activation..",
    "io.auricle.cli..",
    "io.auricle.classify..",
    "io.auricle.doctor..",
    "io.auricle.extract..",
    "io.auricle.foreign..",
    "io.auricle.journal..",
    "io.auricle.parquet..",
    "io.auricle.reproduce..",
    "io.auricle.song..",
    "io.auricle.web..",
    "io.auricle.plot..",
    "io.auricle.report.."
  };

  @ArchTest
  static final ArchRule modulesPointDownwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("audio")
          .definedBy(AUDIO)
          .layer("model")
          .definedBy(MODEL)
          .layer("library")
          .definedBy(LIBRARY)
          .layer("spark")
          .definedBy(SPARK)
          .layer("data")
          .definedBy(DATA)
          .layer("train")
          .definedBy(TRAIN)
          .layer("explore")
          .definedBy(EXPLORE)
          .layer("app")
          .definedBy(APP)
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("spark")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("spark")
          .mayOnlyAccessLayers("audio", "model")
          .whereLayer("train")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("library")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("explore")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("library", "spark", "train", "app")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("train", "explore", "app");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.auricle.(*)..").should().beFreeOfCycles();

  /** Packages inside packages count by themselves, too: layers, tables. */
  @ArchTest
  static final ArchRule innerPackagesHaveNoCycles =
      slices().matching("io.auricle.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyPackageHasItsPlace =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.of(AUDIO, MODEL, LIBRARY, SPARK, DATA, TRAIN, EXPLORE, APP)
                  .flatMap(Stream::of)
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule dspAndLabelStandAlone =
      noClasses()
          .that()
          .resideInAnyPackage("io.auricle.dsp..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.auricle.audio..",
              "io.auricle.feature..",
              "io.auricle.label..",
              "io.auricle.work..",
              "io.auricle.dataset..",
              "io.auricle.split..",
              "io.auricle.eval..");

  @ArchTest
  static final ArchRule evaluationKnowsOnlyLabels =
      noClasses()
          .that()
          .resideInAPackage("io.auricle.eval..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.auricle.dsp..",
              "io.auricle.audio..",
              "io.auricle.feature..",
              "io.auricle.dataset..",
              "io.auricle.split..");

  @ArchTest
  static final ArchRule onlyNeuralSeesDjl =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.auricle.neural..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule onlyClassicSeesTribuo =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.auricle.classic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.tribuo..", "libsvm..", "de.bwaldvogel..", "ml.dmlc..");

  @ArchTest
  static final ArchRule onlyOnnxSeesItsFormat =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.auricle.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.onnx.proto..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule onlyExploreSeesEjml =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.auricle.explore..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.ejml..");

  @ArchTest
  static final ArchRule onlyLibrarySeesSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.auricle.library..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sqlite..");

  /** Spark's times are those of SQL. */
  @ArchTest
  static final ArchRule onlyLibraryAndSparkSeeTimesOfSql =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.auricle.library..", "io.auricle.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.sql..");

  @ArchTest
  static final ArchRule onlyWebSeesHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.auricle.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..");

  @ArchTest
  static final ArchRule onlySparkSeesSpark =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.auricle.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  /** Started otherwise, ONNX Runtime leaves a temporary folder behind when it is killed. */
  @ArchTest
  static final ArchRule onlyTheEngineStartsOnnxRuntime =
      noClasses()
          .that()
          .doNotHaveSimpleName("OnnxEngine")
          .should()
          .callMethod(ai.onnxruntime.OrtEnvironment.class, "getEnvironment");

  @ArchTest
  static final ArchRule onlyItsRoomSeesOnnxRuntime =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.auricle.predict.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  /**
   * One word a thing: no two types that stand for themselves have the same simple name, but for
   * those that are started.
   */
  @ArchTest
  static void typesHaveNamesOfTheirOwn(JavaClasses all) {
    Map<String, List<String>> names =
        all.stream()
            .filter(
                type ->
                    type.isTopLevelClass()
                        && !List.of("package-info", "Main").contains(type.getSimpleName()))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    names.values().removeIf(same -> same.size() < 2);
    assertEquals(Map.of(), names);
  }

  /** A room of more files holds several ideas, unless it is one catalogue. */
  @ArchTest
  static void roomsAreSmall(JavaClasses all) {
    Map<String, Long> large =
        all.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    large.values().removeIf(files -> files <= MOST_FILES);
    large.keySet().removeAll(CATALOGUES);
    assertEquals(Map.of(), large);
  }
}
