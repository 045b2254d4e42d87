package io.kanoa.thorgate.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Parses the address of an engine that runs already: scheme, host and port, nothing else. */
final class AttachAddress {

    private static final String EXAMPLE = "; write e.g. http://127.0.0.1:8000";
    private static final int MOST_PORT = 65_535;

    private AttachAddress() {}

    static URI parse(String text) throws WrongTextException {
        URI address = address(text);
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        require(scheme.equals("http") || scheme.equals("https"), text, "must start with http:// or https://");
        require(address.getRawUserInfo() == null, "http://...@...", "must not hold a user or password");
        require(address.getHost() != null, text, "names no host");
        require(address.getPort() > 0 && address.getPort() <= MOST_PORT, text, "needs a port, 1 to " + MOST_PORT);
        require(isBare(address), text, "must end after the port; the driver adds its own paths");
        return URI.create(scheme + "://" + address.getHost() + ":" + address.getPort());
    }

    private static URI address(String text) throws WrongTextException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new WrongTextException(Quoted.of(text) + " is no address: " + e.getReason() + EXAMPLE);
        }
    }

    private static boolean isBare(URI address) {
        String path = address.getRawPath();
        return (path.isEmpty() || path.equals("/"))
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    private static void require(boolean kept, String text, String rule) throws WrongTextException {
        if (!kept) {
            throw new WrongTextException("address " + Quoted.of(text) + " " + rule + EXAMPLE);
        }
    }
}
