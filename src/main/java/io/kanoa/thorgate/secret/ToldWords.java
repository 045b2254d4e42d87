package io.kanoa.thorgate.secret;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of programs as they may stand in the messages of exceptions, which whoever runs the tests prints as they are: without
 * secrets, without characters that steer a terminal, and never a command to a server of continuous integration.
 */
public final class ToldWords {

    /** Control characters, and those that are not seen but turn or hide what is. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\p{Cf}\\x{2028}\\x{2029}&&[^\\t]]");

    /** As runners of GitHub and Azure read them: at the start of a line, whatever space is before it, or anywhere in it. */
    private static final Pattern COMMAND = Pattern.compile("^(\\s*):(?=:)|#(?=#(\\[|vso\\[))");

    private ToldWords() {}

    /** {@code untrusted} line by line. */
    public static String of(String untrusted) {
        return Secrets.ofThisProcess()
                .hide(untrusted)
                .lines()
                .map(line -> UNSEEN.matcher(line).replaceAll("\uFFFD"))
                .map(ToldWords::withoutCommand)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** A line that no server of continuous integration takes for a command. */
    public static String withoutCommand(String line) {
        return COMMAND.matcher(line).replaceAll(command -> command.group() + " ");
    }
}
