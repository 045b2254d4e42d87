package io.kanoa.thorgate.stream;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/** Knows the socket that OkHttp chose for the request under way. */
final class AcquiredSocket extends EventListener {

    private volatile @Nullable StampingSocket socket;

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        StampingSocket acquired = (StampingSocket) connection.socket();
        acquired.beginRequest();
        socket = acquired;
    }

    void forget() {
        socket = null;
    }

    /** The socket, or null before a connection exists. */
    @Nullable
    StampingSocket get() {
        return socket;
    }
}
