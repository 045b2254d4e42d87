package io.kanoa.thorgate.stream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Makes {@link StampingSocket}s. */
final class StampingSocketFactory extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new StampingSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(0), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(local, localPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(0), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(local, localPort), new InetSocketAddress(host, port));
    }

    private static Socket connected(SocketAddress local, SocketAddress remote) throws IOException {
        StampingSocket socket = new StampingSocket();
        try {
            socket.bind(local);
            socket.connect(remote, 0);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
