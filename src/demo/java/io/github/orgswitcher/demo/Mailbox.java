package io.github.orgswitcher.demo;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A mail server that takes everything for everyone and passes nothing on. */
final class Mailbox implements AutoCloseable {

    private final GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    static Mailbox start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Mailbox(server);
    }

    /**
     * All that has come in.
     *
     * @return the messages, oldest first; their ids count from 1 and stay
     * @throws IOException where one cannot be read
     */
    List<InboxMessage> messages() throws IOException {
        List<StoredMessage> stored =
                new ArrayList<>(server.getManagers().getImapHostManager().getAllMessages());
        // They come by recipient.
        stored.sort(Comparator.comparing(StoredMessage::getReceivedDate));
        List<InboxMessage> messages = new ArrayList<>();
        for (StoredMessage message : stored) {
            messages.add(InboxMessage.of(messages.size() + 1, message.getMimeMessage()));
        }
        return messages;
    }

    @Override
    public void close() {
        server.stop();
    }
}
