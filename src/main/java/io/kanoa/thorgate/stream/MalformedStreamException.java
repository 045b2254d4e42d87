package io.kanoa.thorgate.stream;

import java.io.IOException;

/** The bytes of an answer are not what the protocol allows. */
final class MalformedStreamException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedStreamException(String message) {
        super(message);
    }
}
