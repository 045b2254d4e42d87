package io.kanoa.thorgate.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The steps of the workflows, taken from their files and run one by one, with a Maven that leaves a results file and ends in NO-GO. */
class WorkflowStepsTest {

    private static final Path GITHUB = Path.of("ci/github/thor-gate.yml");
    private static final Path GITLAB = Path.of("ci/gitlab/.gitlab-ci.yml");
    private static final String TOKEN = "secret-token";

    @TempDir
    Path folder;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private FakeTools tools;
    private HttpServer server;
    private Path work;
    private volatile String comments = "[]";

    @BeforeEach
    void aCheckoutAndAServerForComments() throws IOException {
        work = Files.createDirectories(folder.resolve("work"));
        Files.createSymbolicLink(work.resolve("ci"), Path.of("ci").toAbsolutePath());
        tools = new FakeTools(folder).with("mvn", maven("FAIL", 1));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String secret = exchange.getRequestHeaders().getFirst("Authorization")
                    + exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + secret.contains(TOKEN)
                    + " " + body);
            byte[] answer = comments.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    static Stream<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ci/github"))) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void runSteps_takeNothingFromExpressions_soThatNothingCanBeInjected(Path workflow) throws IOException {
        assertThat(steps(workflow))
                .filteredOn(step -> step.containsKey("run"))
                .allSatisfy(step -> assertThat(step.get("run").toString()).doesNotContain("${{"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void actions_arePinnedToCommits(Path workflow) throws IOException {
        assertThat(steps(workflow))
                .filteredOn(step -> step.containsKey("uses"))
                .allSatisfy(step -> assertThat(step.get("uses").toString()).matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}"));
    }

    @Test
    void githubsJob_reportsANoGo_commentsAndKeepsNothing() throws Exception {
        Map<String, Integer> ended = github("pull_request", Map.of());

        assertThat(ended)
                .containsEntry("Gate", 1)
                .containsEntry("Report", 0)
                .containsEntry("Comment on the pull request", 0);
        assertThat(ended).doesNotContainKey("Keep the run to compare with");
        assertThat(tools.calls()).singleElement().isEqualTo("mvn -B -ntp verify -DskipUnitTests -Dgate.lock=wait");
        assertThat(folder.resolve("summary")).content().contains("## NO-GO, profile thor", "| A1@4k |");
        assertThat(folder.resolve("Report.out"))
                .content()
                .contains("::error file=targets.yaml,title=A1@4k FAIL%3A decode_rate");
        assertThat(requests).hasSize(2);
        assertThat(requests.get(0)).startsWith("GET /repos/o/r/issues/7/comments?per_page=100 true");
        assertThat(requests.get(1))
                .startsWith("POST /repos/o/r/issues/7/comments true {\"body\":\"<!-- thor-gate jetson-agx-thor -->");
        assertThat(requests.get(1)).contains("No earlier run on this device");
    }

    @Test
    void secondRun_replacesItsComment_andIsSetBesideTheBranchsRun() throws Exception {
        tools.with("mvn", maven("PASS", 0));
        assertThat(github("push", Map.of())).containsEntry("Gate", 0).containsEntry("Keep the run to compare with", 0);
        assertThat(requests).isEmpty();

        comments =
                "[{\"id\": 41, \"body\": \"mine\"}, {\"id\": 42, \"body\": \"<!-- thor-gate jetson-agx-thor -->\\nold\"}]";
        tools.with("mvn", maven("FAIL", 1));
        github("pull_request", Map.of());

        assertThat(requests.get(1))
                .startsWith("PATCH /repos/o/r/issues/comments/42 true")
                .contains("PASS -&#62; FAIL", "before");
    }

    @Test
    void gateThatLeavesNoResults_isReported() throws Exception {
        tools.with("mvn", "exit 1");

        assertThat(github("push", Map.of())).containsEntry("Gate", 1).containsEntry("Report", 0);
        assertThat(folder.resolve("summary")).content().contains("No results");
        assertThat(folder.resolve("Keep the run to compare with.out")).content().contains("not kept");
    }

    @Test
    void rowsOfARun_areOneArgument() throws Exception {
        tools.with("mvn", "printf '<%s>' \"$@\" >'" + folder + "/arguments'\n" + maven("PASS", 0));

        github("workflow_dispatch", Map.of("${{ inputs.rows }}", "A1; touch x"));

        assertThat(folder.resolve("arguments")).content().endsWith("<-Dgate.lock=wait><-Dgate.rows=A1; touch x>");
        assertThat(work.resolve("x")).doesNotExist();
    }

    @Test
    void gitlabsJob_reportsANoGo_andComments() throws Exception {
        Map<String, Object> job = map(map(yaml(GITLAB)).get("gate"));
        Map<String, String> environment = new HashMap<>(Map.of(
                "GATE_DEVICE_LABEL", "jetson-agx-thor",
                "GATE_ROWS", "",
                "CI_API_V4_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                "CI_PROJECT_ID", "5",
                "CI_MERGE_REQUEST_IID", "7",
                "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main",
                "GATE_COMMENT_TOKEN", TOKEN));

        assertThat(bash("script", lines(job.get("script")), environment)).isEqualTo(1);
        assertThat(bash("after", lines(job.get("after_script")), environment)).isZero();

        assertThat(folder.resolve("after.out")).content().contains("## NO-GO").doesNotContain(TOKEN);
        assertThat(requests.get(1)).startsWith("POST /projects/5/merge_requests/7/notes true {\"body\":");
    }

    @Test
    void withoutAToken_nothingIsCommented_andItIsSaid() throws Exception {
        github("push", Map.of());
        int ended = bash(
                "alone",
                "ci/comment-run.sh target/gate/pages",
                Map.of("PULL_REQUEST", "7", "GITHUB_API_URL", "x", "GITHUB_REPOSITORY", "x"));

        assertThat(ended).isZero();
        assertThat(folder.resolve("alone.out")).content().contains("no comment: there is no token");
    }

    /** Runs the job's steps as GitHub would after the event; how each ended, in order. */
    private Map<String, Integer> github(String event, Map<String, String> given) throws Exception {
        Map<String, String> values = new HashMap<>(Map.of(
                "${{ matrix.device }}", "jetson-agx-thor",
                "${{ inputs.rows }}", "",
                "${{ secrets.HF_TOKEN }}", "",
                "${{ github.token }}", TOKEN,
                "${{ github.event.pull_request.number }}", "7",
                "${{ github.base_ref || github.ref_name }}", "main",
                "${{ github.ref_name }}", "main"));
        values.putAll(given);
        Map<String, Integer> ended = new LinkedHashMap<>();
        boolean failed = false;
        for (Map<String, Object> step : steps(GITHUB)) {
            String condition = step.getOrDefault("if", "").toString();
            boolean isRun = step.containsKey("run") && (!failed || condition.matches(".*(always|cancelled)\\(\\).*"));
            if (isRun && suits(condition, event)) {
                Map<String, String> environment = new HashMap<>(Map.of(
                        "GITHUB_ACTIONS", "true",
                        "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString(),
                        "GITHUB_API_URL",
                                "http://127.0.0.1:" + server.getAddress().getPort(),
                        "GITHUB_REPOSITORY", "o/r",
                        "GATE_DEVICE_LABEL", "jetson-agx-thor"));
                map(step.getOrDefault("env", Map.of())).forEach((name, value) -> {
                    assertThat(values).containsKey(value.toString());
                    environment.put(name, values.get(value.toString()));
                });
                String name = step.get("name").toString();
                ended.put(name, bash(name, step.get("run").toString(), environment));
                failed |= ended.get(name) != 0;
            }
        }
        return ended;
    }

    private static boolean suits(String condition, String event) {
        if (condition.contains("== 'pull_request'")) {
            return event.equals("pull_request");
        }
        return !condition.contains("!= 'pull_request'") || !event.equals("pull_request");
    }

    private int bash(String name, String lines, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve(name + ".sh"), lines);
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString())
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".out").toFile());
        builder.environment().keySet().removeIf(variable -> variable.matches("(CI|GITHUB|GATE|PULL)_.*"));
        builder.environment()
                .putAll(Map.of(
                        "PATH", tools.beforeOthers(),
                        "HOME", folder.toString(),
                        "THOR_GATE_CLASSPATH", System.getProperty("java.class.path")));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String maven(String verdict, int exitCode) {
        return """
                mkdir -p target/gate
                cat >target/gate/benchmark_results.json <<'END'
                {"plan": "Test", "profile": "thor", "device": "jetson", "verdict": "%s", "complete": true, "dry_run": false,
                 "started": "2026-11-28T05:15:10Z", "counts": {"selected": 1},
                 "rows": [{"id": "A1@4k", "verdict": "%s", "reason": "", "targets": [{"target": "decode_rate > 50 tok/s", "verdict": "%s",
                  "comparison": ">", "reason": "too slow", "measured": {"value": 8.1, "unit": "tok/s"}, "lower_bound": {"value": 8, "unit": "tok/s"}}]}]}
                END
                exit %d""".formatted(verdict.equals("PASS") ? "GO" : "NO-GO", verdict, verdict, exitCode);
    }

    private static List<Map<String, Object>> steps(Path workflow) throws IOException {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Object job : map(yaml(workflow).get("jobs")).values()) {
            if (map(job).get("steps") instanceof List<?> all) {
                all.forEach(step -> steps.add(map(step)));
            }
        }
        return steps;
    }

    private static String lines(Object list) {
        assertThat(list).isInstanceOf(List.class);
        return String.join("\n", ((List<?>) list).stream().map(Object::toString).toList()) + "\n";
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return map(new Yaml().load(Files.readString(file)));
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, entry) -> map.put(String.valueOf(key), entry));
        return map;
    }
}
