package io.kanoa.thorgate.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Secrets that are known by the names of the variables that hold them, and text without them. Words of engines, databases and
 * tools pass through here before they are kept or shown: a program may print what it was given.
 *
 * <p>A secret is found as it is, as it stands in a URL, and as it stands in JSON; of one that has several lines, each line. Those
 * of fewer than 6 characters are not looked for, since they would be found everywhere.
 */
public final class Secrets {

    /** What stands in the place of a secret. */
    public static final String HIDDEN = "***";

    private static final int SHORTEST = 6;
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
    private static final Secrets OWN = of(System.getenv());

    private final List<String> forms;

    private Secrets(List<String> forms) {
        this.forms = forms;
    }

    /** Those in the environment of this process. */
    public static Secrets ofThisProcess() {
        return OWN;
    }

    /** @param environment values by the names of the variables */
    public static Secrets of(Map<String, String> environment) {
        return new Secrets(environment.entrySet().stream()
                .filter(variable -> SecretName.is(variable.getKey()))
                .flatMap(variable -> variable.getValue().lines())
                .map(String::strip)
                .filter(value -> value.length() >= SHORTEST)
                .flatMap(Secrets::forms)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    private static Stream<String> forms(String value) {
        String inUrls = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String inJson = value.replace("\\", "\\\\").replace("\"", "\\\"");
        return Stream.of(
                value, inUrls, inUrls.replace("+", "%20"), inJson, inJson.replace("/", "\\/"), lowerEscapes(inUrls));
    }

    /** Hexadecimal digits are written small by some. */
    private static String lowerEscapes(String inUrls) {
        return ESCAPE.matcher(inUrls).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    /** {@code text} with {@link #HIDDEN} in the place of each secret. */
    public String hide(String text) {
        String hidden = text;
        for (String form : forms) {
            hidden = hidden.replace(form, HIDDEN);
        }
        return hidden;
    }

    /** Whether a secret is in {@code text}. */
    public boolean isIn(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    /** Longest first. */
    List<String> forms() {
        return forms;
    }

    /** Whether none is known, so that there is nothing to hide. */
    public boolean isEmpty() {
        return forms.isEmpty();
    }
}
