package io.kanoa.thorgate.plan;

import java.util.regex.Pattern;

/**
 * Hosts that are this machine whatever a name server says: {@code localhost} and the loopback's addresses as they are written.
 * Any other name may mean another machine tomorrow.
 */
final class Loopback {

    static final String ADVICE = "add allow-remote: true if that is meant";

    private static final Pattern HOST =
            Pattern.compile("(?i)localhost|127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}|\\[?(0*:){2,7}0*1\\]?");

    private Loopback() {}

    static boolean is(String host) {
        return HOST.matcher(host).matches();
    }
}
