package io.kanoa.thorgate.plan;

import io.kanoa.thorgate.secret.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads arguments of programs. They are shown in results, and to all who may list processes, so that no secret may be among
 * them; and none may open a program to other machines unless the plan says so.
 */
final class ArgumentsReader {

    private static final Set<String> HOSTS = Set.of("--host", "listen_addresses");
    private static final Set<String> PUBLISHED = Set.of("-p", "--publish");
    private static final Set<String> ALL_PUBLISHED = Set.of("-P", "--publish-all");

    private final boolean allowsRemote;

    /** @param allowsRemote whether other machines may reach the program */
    ArgumentsReader(boolean allowsRemote) {
        this.allowsRemote = allowsRemote;
    }

    /** The arguments under {@code key}; wrong ones are reported. */
    List<String> read(Section section, String key) {
        List<String> arguments = new ArrayList<>();
        String flag = "";
        for (Cursor at : section.find(key).map(Cursor::items).orElse(List.of())) {
            String text = at.text().orElse("");
            check(flag, text, at);
            flag = text.startsWith("-") && !text.contains("=") ? text : "";
            if (!text.isEmpty()) {
                arguments.add(text);
            }
        }
        return arguments;
    }

    private void check(String flag, String text, Cursor at) {
        int split = text.indexOf('=');
        String name = split > 0 ? text.substring(0, split) : flag;
        String value = text.substring(split + 1);
        boolean isValue = split > 0 || !flag.isEmpty() && !text.startsWith("-");
        if (isValue && isSecret(name) && !value.isEmpty() || SecretText.hasCredentials(text)) {
            at.problem(SecretText.PROBLEM);
        } else if (!allowsRemote && (isValue && opens(name, value) || ALL_PUBLISHED.contains(text))) {
            at.problem("opens it to other machines; " + Loopback.ADVICE);
        }
    }

    private static boolean isSecret(String name) {
        return SecretName.is(name.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static boolean opens(String name, String value) {
        return HOSTS.contains(name) && !Loopback.is(value)
                || PUBLISHED.contains(name) && !Loopback.is(value.replaceFirst(":[0-9:-]*(/[a-z]+)?$", ""));
    }
}
