package io.kanoa.thorgate.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kanoa.thorgate.ci.Script.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The check against a server that answers as OSV does. */
@EnabledOnOs(OS.LINUX)
class CheckDependenciesTest {

    private static final String LIBRARY = "pkg:maven/a.b/library@1.0";
    private static final String PLUGINS_OWN = "pkg:maven/c.d/helper@2.0";

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, List<String>> pages = new HashMap<>();
    private final Map<String, String> details = new HashMap<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/v1/querybatch", this::batch);
        server.createContext(
                "/v1/vulns/",
                exchange -> reply(
                        exchange,
                        details.getOrDefault(
                                exchange.getRequestURI().getPath().substring("/v1/vulns/".length()), "{}")));
        server.start();
        Files.writeString(
                folder.resolve("bom.json"),
                "{\"components\": [{\"purl\": \"" + LIBRARY
                        + "?type=jar\"}, {\"purl\": \"pkg:maven/a.b/other@1.0?type=jar\"}]}");
        Files.writeString(folder.resolve("plugins.txt"), """

                The following plugins have been resolved:
                   c.d:some-plugin:maven-plugin:3.1
                      c.d:some-plugin:jar:3.1
                      c.d:helper:jar:2.0
                """);
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void nothingKnown_isFine() throws Exception {
        Outcome outcome = run();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.text()).contains("4 packages, 0 known vulnerabilities, 0 critical or not rated");
    }

    @Test
    void criticalOne_fails_andIsNamedWithWhatBringsIt() throws Exception {
        pages.put(PLUGINS_OWN, List.of("GHSA-1"));
        details.put(
                "GHSA-1",
                "{\"summary\": \"bad \\u001b[31m\\n::error::x\", \"database_specific\": {\"severity\": \"CRITICAL\"}}");

        Outcome outcome = run();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.line("CRITICAL"))
                .contains(PLUGINS_OWN + "  GHSA-1  by some-plugin: bad")
                .doesNotContain("\u001b", "::");
    }

    @Test
    void lesserOnes_areToldAndPass() throws Exception {
        pages.put(LIBRARY, List.of("GHSA-2", "GHSA-3"));
        details.put("GHSA-2", "{\"database_specific\": {\"severity\": \"HIGH\"}}");
        details.put("GHSA-3", "{\"withdrawn\": \"2024-01-01T00:00:00Z\"}");

        Outcome outcome = run();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.line("HIGH")).contains(LIBRARY, "GHSA-2", "by the gate");
    }

    @Test
    void unratedOne_failsLikeACriticalOne() throws Exception {
        pages.put(LIBRARY, List.of("OSV-1"));

        assertThat(run().exitCode()).isEqualTo(1);
    }

    @Test
    void oneOnTheSecondPage_isSeen() throws Exception {
        pages.put(LIBRARY, List.of("GHSA-2", "", "GHSA-1"));
        details.put("GHSA-1", "{\"database_specific\": {\"severity\": \"CRITICAL\"}}");
        details.put("GHSA-2", "{\"database_specific\": {\"severity\": \"LOW\"}}");

        assertThat(run().exitCode()).isEqualTo(1);
    }

    @Test
    void serviceThatDoesNotAnswer_isNotTakenForAGoodOne() throws Exception {
        status = 500;
        assertNotChecked(run());
        status = 200;
        pages.put("all", List.of());
        assertNotChecked(run());
        server.stop(0);
        assertNotChecked(run());
    }

    @Test
    void emptyLists_areNotTakenForGoodOnes() throws Exception {
        Files.writeString(folder.resolve("plugins.txt"), "nothing\n");

        assertNotChecked(run());
    }

    private static void assertNotChecked(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(3);
        assertThat(outcome.errors()).contains("not checked: ");
        assertThat(outcome.text()).doesNotContain("packages");
    }

    private Outcome run() throws Exception {
        return new Script("check-dependencies.sh", folder)
                .with("OSV", "http://127.0.0.1:" + server.getAddress().getPort())
                .with("BOM", folder.resolve("bom.json").toString())
                .with("PLUGINS", folder.resolve("plugins.txt").toString())
                .with("no_proxy", "*")
                .run();
    }

    /** An id of "" begins a page; the key "all" makes the answer one that answers nothing. */
    private void batch(HttpExchange exchange) throws IOException {
        StringBuilder results = new StringBuilder();
        for (JsonNode query : json.readTree(exchange.getRequestBody()).path("queries")) {
            List<String> all = pages.getOrDefault(query.at("/package/purl").asText(), List.of());
            int from = query.path("page_token").asInt(0);
            List<String> rest = all.subList(from, all.size());
            int end = rest.indexOf("");
            List<String> page = end < 0 ? rest : rest.subList(0, end);
            results.append(results.isEmpty() ? "" : ",")
                    .append(page.isEmpty() ? "{}" : "{\"vulns\": [{\"id\": \"")
                    .append(String.join("\"}, {\"id\": \"", page))
                    .append(page.isEmpty() ? "" : "\"}]")
                    .append(
                            page.isEmpty()
                                    ? ""
                                    : end < 0 ? "}" : ", \"next_page_token\": \"" + (from + end + 1) + "\"}");
        }
        reply(exchange, pages.containsKey("all") ? "{\"results\": []}" : "{\"results\": [" + results + "]}");
    }

    private void reply(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
