package dev.spendlight.document;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SchemasAreNoBurdenTest {

  /// A command that writes a document must not wait until a validator has been loaded.
  @Test
  void writingADocumentNeedsNoValidator() {
    noClasses()
        .that()
        .resideInAPackage("dev.spendlight.document")
        .and()
        .doNotBelongToAnyOf(Schemas.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.networknt..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Schemas.class)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.spendlight.document"));
  }
}
