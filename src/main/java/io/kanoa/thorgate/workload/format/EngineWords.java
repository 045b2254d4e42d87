package io.kanoa.thorgate.workload.format;

import io.kanoa.thorgate.engine.EngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an engine says of why it does not start: its answer, or the line of its log that tells most. */
final class EngineWords {

    /** Pydantic puts what it has to say on a line of its own. */
    private static final Pattern VALUE_ERROR = Pattern.compile("Value error, (\\S.*)");

    /** The last line of a stack trace; the last one that names a cause tells most. */
    private static final Pattern EXCEPTION =
            Pattern.compile("((?:\\w+\\.)*[A-Z]\\w*(?:Error|Exception|NotImplemented): *\\S.*)");

    /** llama.cpp's words on what it does not know. */
    private static final Pattern NOT_KNOWN = Pattern.compile(
            "((?:gguf|llama)\\w*: (?!- kv).*(?:invalid|unknown|unsupported|missing|not supported|wrong|does not begin).*)");

    private static final Pattern COMPLAINT =
            Pattern.compile("((?i)^.*\\b(?:error|failed|invalid|unsupported|unknown|assert|abort|exception)\\b.*)");

    /** What only says that there was a cause. */
    private static final Pattern NO_CAUSE = Pattern.compile(
            "Engine core initialization failed|EngineDeadError|See root cause"
                    + "|validation error|could not load model|unable to load model|common_params_print_info|server is not responding");

    private static final Pattern BY_A_SIGNAL = Pattern.compile("ended with exit code \\d+ \\(signal \\d+\\)");

    private static final Pattern HARMLESS = Pattern.compile("\\b(?:INFO|WARNING|FutureWarning)\\b|^[\\d.]+ [IWD] ");

    /** {@code (Worker pid=1) ERROR 11-23 03:16:30 [multiproc_executor.py:953] }. */
    private static final Pattern PYTHON_LOGGER = Pattern.compile("^\\([^)]*\\) [A-Z]+ [\\d-]+ [\\d:]+ \\[[^\\]]*\\] *");

    private static final Pattern TIME_AND_LEVEL = Pattern.compile("^[\\d.]+ [A-Z] ");

    private EngineWords() {}

    /** @param folder of the models, which is left out */
    static String in(EngineException refusal, Path folder) {
        String said = Optional.of(refusal.words())
                .filter(words -> !words.isBlank() && hasCause(words))
                .or(() -> inLog(wholeSentences(refusal.log())))
                .orElseGet(() -> lastWords(refusal));
        return oneLine(said).replace(folder + "/", "");
    }

    /** The lines, each that ends in a colon together with the next. */
    private static List<String> wholeSentences(List<String> log) {
        List<String> sentences = new ArrayList<>();
        boolean goesOn = false;
        for (String line : log) {
            if (goesOn) {
                String rest = PYTHON_LOGGER.matcher(line).replaceFirst("");
                sentences.set(sentences.size() - 1, sentences.get(sentences.size() - 1) + " " + rest);
            } else {
                sentences.add(line);
            }
            goesOn = !goesOn
                    && line.stripTrailing().endsWith(":")
                    && EXCEPTION.matcher(line).find();
        }
        return sentences;
    }

    private static Optional<String> inLog(List<String> log) {
        return first(VALUE_ERROR, log)
                .or(() -> all(EXCEPTION, log).reduce((earlier, later) -> later))
                .or(() -> first(NOT_KNOWN, log))
                .or(() -> first(COMPLAINT, log));
    }

    private static Optional<String> first(Pattern pattern, List<String> log) {
        return all(pattern, log).findFirst();
    }

    private static Stream<String> all(Pattern pattern, List<String> log) {
        return log.stream()
                .filter(line -> !HARMLESS.matcher(line).find())
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .filter(EngineWords::hasCause);
    }

    /** What we say of the failure, without the log. */
    static String headline(EngineException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** Whatever it said last; what we say of it where there is no log, or where it was ended in mid-sentence. */
    private static String lastWords(EngineException refusal) {
        String headline = headline(refusal);
        if (!refusal.words().isBlank()) {
            return refusal.words();
        }
        return BY_A_SIGNAL.matcher(headline).find()
                ? headline
                : refusal.log().stream().reduce((earlier, later) -> later).orElse(headline);
    }

    private static boolean hasCause(String words) {
        return !NO_CAUSE.matcher(words).find();
    }

    private static String oneLine(String text) {
        return TIME_AND_LEVEL.matcher(text.replaceAll("\\s+", " ").strip()).replaceFirst("");
    }
}
