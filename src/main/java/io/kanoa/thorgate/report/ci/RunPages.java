package io.kanoa.thorgate.report.ci;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what continuous integration shows of a run: {@code summary.md}, {@code annotations.txt} in GitHub's words, and
 * {@code comment.json}, the body of a comment as the programming interfaces of GitHub and GitLab take it.
 */
public final class RunPages {

    private static final int LONGEST_COMMENT = 60_000;

    private RunPages() {}

    /**
     * Never fails for want of results: a run that ended before it had any is told so.
     *
     * @param arguments the results file, the folder to write to, the mark that the comment begins with, and, if there is one, the
     *     results file of an earlier run
     */
    public static void main(String[] arguments) {
        Path earlier = arguments.length > 3 ? Path.of(arguments[3]) : Path.of("");
        try {
            write(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], earlier);
        } catch (IOException e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    static void write(Path results, Path folder, String mark, Path earlier) throws IOException {
        Files.createDirectories(folder);
        String summary;
        List<String> annotations;
        String comparison = "";
        try {
            RunFile run = RunFile.read(results);
            summary = RunPage.of(run);
            annotations = Annotations.of(run);
            comparison = "\n" + comparison(earlier, run);
        } catch (IOException e) {
            summary = "## No results\n\nThe gate ended before it wrote any; its log says why.\n";
            annotations = List.of(WorkflowCommand.annotation(
                    "error", "targets.yaml", "no results", "the gate ended before it wrote any: " + e.getMessage()));
        }
        Files.writeString(folder.resolve("summary.md"), summary + comparison);
        Files.write(folder.resolve("annotations.txt"), annotations);
        Files.writeString(folder.resolve("comment.json"), comment("<!-- " + mark + " -->\n" + summary + comparison));
    }

    private static String comparison(Path earlier, RunFile run) {
        if (earlier.toString().isEmpty() || !Files.isRegularFile(earlier)) {
            return "No earlier run on this device to compare with.\n";
        }
        try {
            return new BeforeAfter(RunFile.read(earlier), run).text();
        } catch (IOException e) {
            return "The earlier run can't be read: " + Markdown.text(String.valueOf(e.getMessage())) + "\n";
        }
    }

    private static String comment(String text) {
        String body = text.length() <= LONGEST_COMMENT
                ? text
                : text.substring(0, text.lastIndexOf('\n', LONGEST_COMMENT))
                        + "\n\nThe rest is in the run's reports.\n";
        return new ObjectMapper().createObjectNode().put("body", body).toString();
    }
}
