package io.kanoa.thorgate.engine.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords for databases that live as long as a row. */
final class Password {

    private static final int BYTES = 24;

    private Password() {}

    /** One that nobody can guess. */
    static String make() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
