package io.kanoa.thorgate.device.lock;

/** Another gate has the device; the message says which, and what to do. */
public final class DeviceBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeviceBusyException(String message) {
        super(message);
    }

    DeviceBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
