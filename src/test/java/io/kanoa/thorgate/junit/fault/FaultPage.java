package io.kanoa.thorgate.junit.fault;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The suite as a page. */
final class FaultPage {

    private static final String HEAD = """
            # What the gate does when something goes wrong

            Made from the fault suite, whose tests assert exactly this; do not edit it. `mvn test -Dtest=FaultPageTest -Dfaults.write`
            writes it anew, and `mvn test` fails where it is not what the suite says.

            Each fault is injected for real into a whole run of the gate. A healthy row comes first; then a row meets the fault. Of every
            run it is asserted that the results can be read, that the healthy row's verdict and raw data are still there (unless nothing was
            started), that the verdicts are those below and the message holds these words, that the row has ended so many seconds after
            the fault at the latest, and that 5 s after the end no process that came of the gate is left.

            """;
    private static final String COLUMNS = """
            | what | how it is injected | engine | row | gate | what is said | within |
            |---|---|---|---|---|---|---|
            """;

    private FaultPage() {}

    static List<Fault> faults() {
        return methods().map(FaultPage::fault).toList();
    }

    static String text() {
        return Stream.of(Fault.Area.values()).map(FaultPage::section).collect(Collectors.joining("", HEAD, ""));
    }

    private static String section(Fault.Area area) {
        return methods()
                .filter(method -> fault(method).area() == area)
                .map(FaultPage::line)
                .collect(Collectors.joining("", "## " + area.title() + "\n\n" + COLUMNS, "\n"));
    }

    private static Stream<Method> methods() {
        return ReflectionSupport.findAllClassesInPackage(
                        FaultPage.class.getPackageName(), type -> true, name -> name.endsWith("FaultsTest"))
                .stream()
                .flatMap(type ->
                        AnnotationSupport.findAnnotatedMethods(type, Fault.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .sorted(Comparator.<Method, String>comparing(
                                method -> fault(method).what())
                        .thenComparing(method -> fault(method).engine()));
    }

    private static Fault fault(Method method) {
        return AnnotationSupport.findAnnotation(method, Fault.class).orElseThrow();
    }

    private static String line(Method method) {
        Fault fault = fault(method);
        return Stream.of(
                        fault.what(),
                        fault.how() + needs(method),
                        fault.engine(),
                        fault.row().isEmpty() ? "none" : fault.row(),
                        fault.gate(),
                        said(fault),
                        fault.within() + " s")
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String needs(Method method) {
        String tags = Stream.of(method.getDeclaringClass().getAnnotationsByType(Tag.class))
                .map(tag -> "`" + tag.value() + "`")
                .collect(Collectors.joining(", "));
        String needs = Stream.of(fault(method).needs(), tags.isEmpty() ? "" : "tags " + tags)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return needs.isEmpty() ? "" : " (needs " + needs + ")";
    }

    private static String said(Fault fault) {
        return fault.says().length == 0
                ? "nothing"
                : Stream.of(fault.says()).map(part -> "`" + part + "`").collect(Collectors.joining(" ... "));
    }
}
