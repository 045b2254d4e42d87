package io.kanoa.thorgate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules: which room may know which, and who may hold which tool. */
class ArchitectureTest {

    private static final String ROOT = "io.kanoa.thorgate";

    /** From the way in and the way out down to the plan; each layer may use those after it. */
    private static final List<String> LAYERS = List.of(
            "junit",
            "report",
            "history",
            "verdict",
            "metrics",
            "workload",
            "engine",
            "stream",
            "telemetry",
            "physics",
            "device",
            "weights",
            "plan",
            "secret");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void rules_seeTheWholeProject() {
        assertThat(CLASSES.size()).isGreaterThan(150);
        assertThat(LAYERS)
                .allSatisfy(layer ->
                        assertThat(CLASSES.containPackage(ROOT + "." + layer)).isTrue());
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> layersAndThoseAbove() {
        return Stream.iterate(1, i -> i < LAYERS.size(), i -> i + 1)
                .map(i -> org.junit.jupiter.params.provider.Arguments.of(LAYERS.get(i), LAYERS.subList(0, i)));
    }

    @ParameterizedTest
    @MethodSource("layersAndThoseAbove")
    void layer_knowsNothingOfThoseAbove(String layer, List<String> above) {
        String[] packages = above.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        classes()
                .that(resideInAPackage(ROOT + "." + layer + ".."))
                .should(not(dependOnClassesThat(resideInAnyPackage(packages))))
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "org.yaml.snakeyaml.., plan",
        "okhttp3.., stream",
        "okio.., stream",
        "org.HdrHistogram.., metrics report",
        "io.qameta.allure.., report",
        "org.jfree.., report.plot",
        "org.apache.batik.., report.plot",
        "j2html.., report.page",
        "io.prometheus.., report.export",
        "org.apache.commons.statistics.., verdict history",
        "org.postgresql.., history.store engine.database",
        "java.sql.., history.store engine.database",
        "de.kherud.llama.., engine.embedded",
        "com.fasterxml.jackson.datatype.., report.checkpoint",
        "org.junit.., junit",
        "org.assertj.., junit"
    })
    void library_isKnownToItsRoomsOnly(String library, String rooms) {
        String[] packages = Stream.of(rooms.split(" "))
                .map(room -> ROOT + "." + room + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void packages_areNullMarked() {
        assertThat(packages(CLASSES.getPackage(ROOT)))
                .filteredOn(p -> !p.getClasses().isEmpty())
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
    }

    @Test
    void code_throwsNoGenericException() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
    }

    @Test
    void code_logsThroughNoLogger() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    }

    private static Stream<JavaPackage> packages(JavaPackage root) {
        return Stream.concat(Stream.of(root), root.getSubpackages().stream().flatMap(ArchitectureTest::packages));
    }
}
