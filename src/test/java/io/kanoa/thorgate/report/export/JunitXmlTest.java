package io.kanoa.thorgate.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.kanoa.thorgate.plan.OutsideRow;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.RunResult;
import io.kanoa.thorgate.report.SampleRows;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {

    private static final RunResult RUN = SampleRows.run(
            SampleRows.passed(),
            SampleRows.missed(),
            SampleRows.swapped(),
            SampleRows.undecided(),
            SampleRows.broken());

    @Test
    void everyRun_holdsAgainstTheSchema() {
        assertThatNoException().isThrownBy(() -> validate(JunitXml.of(RUN)));
        assertThatNoException().isThrownBy(() -> validate(JunitXml.of(SampleRows.run())));
        assertThatNoException()
                .isThrownBy(() -> validate(JunitXml.of(SampleRows.run(SampleRows.hostile(SampleRows.HOSTILE)))));
    }

    @Test
    void rows_areCasesOfTheirScenario_byNamesWithoutFigures() throws Exception {
        assertThat(elements(RUN, "testcase"))
                .extracting(row -> row.getAttribute("classname") + " " + row.getAttribute("name"))
                .containsExactly(
                        "thor-gate.embedded.A A1@4k llama-4-maverick 4k on embedded",
                        "thor-gate.embedded.A A4@4k ministral-3-14b 4k on embedded",
                        "thor-gate.embedded.A A2@8k olmo-3-32b-think 4k on embedded",
                        "thor-gate.embedded.B B1 llama-4-maverick + ministral-3-14b 4k on embedded",
                        "thor-gate.embedded.B B2",
                        "thor-gate.embedded.C C1 llama-4-maverick -> olmo-3-32b-think swap on embedded");
    }

    @Test
    void outcomes_areCounted_andHaveTheReasonOnOneLine() throws Exception {
        Element all = elements(RUN, "testsuites").get(0);

        assertThat(List.of("tests", "failures", "errors", "skipped", "time"))
                .extracting(all::getAttribute)
                .containsExactly("6", "1", "2", "1", "63.2");
        assertThat(elements(RUN, "failure"))
                .extracting(failure -> failure.getAttribute("message"))
                .containsExactly("FAIL: inter_token_latency_degradation: the lower bound 2.001 x misses < 2 x");
        assertThat(elements(RUN, "failure").get(0).getTextContent())
                .contains("FAIL inter_token_latency_degradation < 2 x: measured 2.004 x, bound >= 2.001 x")
                .contains("again: mvn verify -Dgate.rows=B1");
        assertThat(elements(RUN, "error"))
                .extracting(error -> error.getAttribute("message"))
                .containsExactly(
                        "INCONCLUSIVE: decode rate not settled", "ERROR: engine embedded died with exit code 137");
        assertThat(elements(RUN, "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .containsExactly("outside profile embedded: needs a vector database");
    }

    @Test
    void figures_areProperties_withTheirUnit() throws Exception {
        assertThat(elements(SampleRows.run(SampleRows.passed()), "property"))
                .extracting(property -> property.getAttribute("name") + "=" + property.getAttribute("value"))
                .contains(
                        "profile=embedded",
                        "cpu=2 cores",
                        "output_token_throughput_per_user mean=118.2 tok/s",
                        "time_to_first_token p95=44.1 ms",
                        "time_to_first_token p50=41.25 ms");
    }

    @Test
    void dryRun_skipsWhatItOnlyLookedAt() throws Exception {
        RowResult looked = Hostile.notRun(SampleRows.passed());
        RunResult dry = SampleRows.run(looked).before(Hostile.NOTHING_FOUND, true);

        assertThat(elements(dry, "testsuites").get(0).getAttribute("errors")).isEqualTo("0");
        assertThat(elements(dry, "skipped")).hasSize(2);
        assertThat(elements(SampleRows.run(looked), "error")).hasSize(1);
    }

    @Test
    void scenarioOfWhichNoRowRuns_isThere() throws Exception {
        RunResult run = SampleRows.run(SampleRows.passed());

        assertThat(run.outside()).extracting(OutsideRow::scenario).containsExactly("B");
        assertThat(elements(run, "testsuite"))
                .extracting(suite -> suite.getAttribute("name"))
                .containsExactly("thor-gate.embedded.A", "thor-gate.embedded.B");
    }

    @Test
    void hostileText_isOneHarmlessAttribute() throws Exception {
        RunResult run = SampleRows.run(SampleRows.hostile(Hostile.TEXT));

        assertThat(elements(run, "script")).isEmpty();
        assertThat(elements(run, "error").get(0).getAttribute("message"))
                .contains("<script>")
                .doesNotContain("\n")
                .hasSizeLessThanOrEqualTo(500);
    }

    private static void validate(String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static List<Element> elements(RunResult run, String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(JunitXml.of(run))));
        var nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
