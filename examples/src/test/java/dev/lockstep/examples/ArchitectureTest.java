package dev.lockstep.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.lockstep.checker.Checker;
import dev.lockstep.cli.Main;
import org.junit.jupiter.api.Test;

/// The house's walls: which package may know which.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/test/"))
          .importPackages("dev.lockstep");

  private static final String GRAMMAR = "dev.lockstep.grammar..";

  /// The rooms of the bridge. The interpreter's are all others, a room for each language among
  /// them.
  private static final String[] BRIDGE = {
    "dev.lockstep.notation..",
    "dev.lockstep.data..",
    "dev.lockstep.learn..",
    "dev.lockstep.execute..",
    "dev.lockstep.verify..",
    "dev.lockstep.checker..",
    "dev.lockstep.model..",
    "dev.lockstep.store..",
    "dev.lockstep.interactive..",
    "dev.lockstep.report..",
    "dev.lockstep.cli..",
    "dev.lockstep.launcher.."
  };

  private static final String NEURAL = "dev.lockstep.neural..";
  private static final String EXAMPLES = "dev.lockstep.examples..";

  @Test
  void grammarKnowsNothingElse() {
    check(
        noClasses()
            .that()
            .resideInAPackage(GRAMMAR)
            .should()
            .dependOnClassesThat(ours().and(not(GRAMMAR))));
  }

  @Test
  void interpreterKnowsTheGrammarOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.lockstep..")
            .and()
            .resideOutsideOfPackages(BRIDGE)
            .and()
            .resideOutsideOfPackages(GRAMMAR, NEURAL, EXAMPLES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BRIDGE)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(NEURAL, EXAMPLES));
  }

  @Test
  void neuralKnowsTokensAndTensorsOnly() {
    check(
        noClasses()
            .that()
            .resideInAPackage(NEURAL)
            .should()
            .dependOnClassesThat(ours().and(not(NEURAL))));
    check(
        noClasses()
            .that()
            .resideInAPackage(NEURAL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.antlr..", "picocli.."));
  }

  @Test
  void nothingStandsOnTheExamples() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(EXAMPLES)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EXAMPLES));
  }

  @Test
  void theMachineKnowsNoLanguage() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.lockstep.machine..", "dev.lockstep.trace..", "dev.lockstep.contract..")
            .should()
            .dependOnClassesThat(
                ours()
                    .and(
                        not(
                            "dev.lockstep.grammar", // not the languages below it
                            "dev.lockstep.grammar.format..",
                            "dev.lockstep.machine..",
                            "dev.lockstep.trace..",
                            "dev.lockstep.contract.."))));
  }

  @Test
  void theTestKitIsForTestsOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.lockstep.contract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.lockstep.contract..", "org.junit.."));
  }

  @Test
  void antlrIsSeenInTheGrammarOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(GRAMMAR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.antlr.."));
  }

  @Test
  void theEngineIsSeenInNeuralOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(NEURAL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl.."));
  }

  @Test
  void theCheckerIsIndependent() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.lockstep.checker..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.lockstep.checker..", "java..", "com.fasterxml.jackson.."));
  }

  /// The engines know the machine, and each other not at all.
  @Test
  void muStandsOnItsValues() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("values")
            .definedBy("dev.lockstep.mu.value")
            .layer("code")
            .definedBy("dev.lockstep.mu.code")
            .layer("machine")
            .definedBy("dev.lockstep.mu.machine")
            .layer("engines")
            .definedBy("dev.lockstep.mu.engine")
            .layer("fast")
            .definedBy("dev.lockstep.mu.fast")
            .layer("exact")
            .definedBy("dev.lockstep.mu.exact")
            .layer("language")
            .definedBy("dev.lockstep.mu", "dev.lockstep.mu.generate", "dev.lockstep.mu.fuzz")
            .whereLayer("values")
            .mayNotAccessAnyLayer()
            .whereLayer("code")
            .mayOnlyAccessLayers("values")
            .whereLayer("machine")
            .mayOnlyAccessLayers("values", "code")
            .whereLayer("engines")
            .mayNotAccessAnyLayer()
            .whereLayer("fast")
            .mayOnlyAccessLayers("values", "code", "machine", "engines")
            .whereLayer("exact")
            .mayOnlyAccessLayers("values", "code", "machine", "engines")
            .whereLayer("language")
            .mayNotBeAccessedByAnyLayer());
  }

  @Test
  void noPackagesStandInACircle() {
    check(slices().assignedFrom(new Packages()).should().beFreeOfCycles());
  }

  @Test
  void onlyMainEndsTheProcess() {
    check(
        noClasses()
            .that()
            .areNotAssignableTo(Main.class)
            .and()
            .areNotAssignableTo(Checker.class) // a process of its own
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class));
  }

  @Test
  void randomnessHasASeed() {
    check(noClasses().should().dependOnClassesThat().areAssignableTo(java.util.Random.class));
    check(noClasses().should().callMethod(Math.class, "random"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> ours() {
    return JavaClass.Predicates.resideInAPackage("dev.lockstep..");
  }

  private static DescribedPredicate<JavaClass> not(String... packages) {
    return JavaClass.Predicates.resideOutsideOfPackages(packages);
  }

  /// Each package is a slice of its own.
  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("dev.lockstep")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
