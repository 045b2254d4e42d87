package io.kanoa.thorgate.engine.launch;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Variables whose values must not be seen, judged by their names. */
final class Secrets {

    private static final Pattern NAME = Pattern.compile(
            "(?i).*(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|AUTH|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|_KEY$).*");

    private Secrets() {}

    static boolean isSecret(String variable) {
        return NAME.matcher(variable).matches();
    }

    /** Those that are secret. */
    static Map<String, String> of(Map<String, String> variables) {
        return variables.entrySet().stream()
                .filter(variable -> isSecret(variable.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
