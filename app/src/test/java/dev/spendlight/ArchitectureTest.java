package dev.spendlight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What may use what. The order of core's packages is the order in which the data flows through
/// them, so a breach here means that a later step leaked into an earlier one.
@AnalyzeClasses(packages = "dev.spendlight", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /// Core's packages; each may use itself and those before it.
  private static final List<String> FLOW =
      List.of(
          "account",
          "metric",
          "report",
          "history",
          "statistics",
          "summary",
          "driver",
          "scan",
          "finding",
          "fact",
          "analysis",
          "prompt",
          "model",
          "reply",
          "grounding",
          "rules",
          "limit",
          "cache",
          "log",
          "service",
          "document");

  /// The modules that add something to core, a package each. They do not know of each other.
  private static final List<String> ADAPTERS =
      List.of("reports", "storage", "claude", "memory", "redis", "server", "simulator");

  private static final List<String> ABOVE_CORE =
      Stream.concat(ADAPTERS.stream(), Stream.of("app", "testing")).toList();

  private static final String[] CORE = packages(FLOW);

  @ArchTest
  static void packagesOfCoreUseOnlyThoseBeforeThem(JavaClasses all) {
    for (int i = 0; i + 1 < FLOW.size(); i++) {
      noClasses()
          .that()
          .resideInAPackage(inside(FLOW.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(FLOW.subList(i + 1, FLOW.size())))
          .allowEmptyShould(true)
          .check(all);
    }
  }

  /// Otherwise a new package would be outside every rule of this class.
  @ArchTest
  static void everyPackageHasItsPlace(JavaClasses all) {
    List<String> known = new ArrayList<>(FLOW);
    known.addAll(ABOVE_CORE);
    assertThat(all.getPackage("dev.spendlight").getSubpackages())
        .extracting(JavaPackage::getRelativeName)
        .isSubsetOf(known)
        .contains("account", "app");
  }

  @ArchTest
  static final ArchRule coreUsesNoServerDatabaseOrVendor =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              with(
                  CORE,
                  "java.io..",
                  "java.lang..",
                  "java.math..",
                  "java.net",
                  "java.nio..",
                  "java.security..",
                  "java.text..",
                  "java.time..",
                  "java.util..",
                  "com.fasterxml.jackson..",
                  "com.networknt.schema..",
                  "org.apache.commons.numbers..",
                  "org.apache.commons.statistics..",
                  "org.slf4j..",
                  "org.jspecify.annotations..",
                  "com.google.errorprone.annotations.."));

  /// They come in through constructors: a test needs no sleep, and an answer can be computed again.
  @ArchTest
  static final ArchRule coreTakesTimeAndChanceFromOutside =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .orShould()
          .callConstructor(Random.class);

  @ArchTest
  static void adaptersKnowCoreOnly(JavaClasses all) {
    for (String adapter : ADAPTERS) {
      noClasses()
          .that()
          .resideInAPackage(inside(adapter))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              packages(ABOVE_CORE.stream().filter(other -> !other.equals(adapter)).toList()))
          .allowEmptyShould(true)
          .check(all);
    }
  }

  @ArchTest
  static final ArchRule onlyOnePackageKnowsItsVendor =
      noClasses()
          .that()
          .resideOutsideOfPackage(inside("claude"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.anthropic..", "okhttp3..");

  @ArchTest
  static final ArchRule onlyOnePackageKnowsTheSharedStore =
      noClasses()
          .that()
          .resideOutsideOfPackage(inside("redis"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.lettuce..", "io.netty..", "reactor..");

  @ArchTest
  static final ArchRule onlyAdaptersOfLimitsCountTakingsAndKeepAnswers =
      noClasses()
          .that()
          .resideOutsideOfPackages(inside("memory"), inside("redis"), inside("server"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.bucket4j..", "com.github.benmanes.caffeine..");

  @ArchTest
  static final ArchRule onlyWhatAsksOtherServersGuardsItself =
      noClasses()
          .that()
          .resideOutsideOfPackages(inside("claude"), inside("redis"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.resilience4j..");

  @ArchTest
  static final ArchRule onlyTheServerKnowsHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage(inside("server"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.helidon..", "org.apache.commons.fileupload2..");

  @ArchTest
  static final ArchRule onlyTheServerAndTheWiringCount =
      noClasses()
          .that()
          .resideOutsideOfPackages(inside("server"), inside("app"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..");

  @ArchTest
  static final ArchRule contractsKnowCoreOnly =
      noClasses()
          .that()
          .resideInAPackage(inside("testing"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(with(packages(ADAPTERS), inside("app")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingThatShipsUsesTheContracts =
      noClasses()
          .that()
          .resideOutsideOfPackage(inside("testing"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(inside("testing"));

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.spendlight.(**)").should().beFreeOfCycles();

  /// stdout belongs to the answer, stderr to what the command line has to say. A contract test
  /// prints its seed.
  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackages(inside("app"), inside("testing"))
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses all) {
    assertThat(
            all.getPackage("dev.spendlight").getSubpackagesInTree().stream()
                .filter(p -> !p.getClasses().isEmpty())
                .filter(p -> !p.isAnnotatedWith(NullMarked.class)))
        .as("packages without a package-info that says @NullMarked")
        .isEmpty();
  }

  private static String inside(String name) {
    return "dev.spendlight." + name + "..";
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(ArchitectureTest::inside).toArray(String[]::new);
  }

  private static String[] with(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
  }
}
