package com.example.mccm;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes messages one after another, as the container of a listener of Kafka, RabbitMQ or JMS does: told to stop, it ends the
 * one that it is at, within the shutdown phase of Spring, and takes no other.
 */
@Component
public class Consumer implements SmartLifecycle {
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private volatile Thread thread;

    /** A file that is written `ms` milliseconds after the message is taken. */
    public void send(Path file, byte[] bytes, long ms) {
        messages.add(new Message(file, bytes, ms));
    }

    @Override
    public void start() {
        thread = new Thread(this::consume, "consumer");
        thread.start();
    }

    @Override
    public void stop(Runnable stopped) {
        Thread last = thread;
        thread = null;
        new Thread(() -> {
            try {
                last.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stopped.run();
        }).start();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void consume() {
        while (thread == Thread.currentThread()) {
            try {
                Message message = messages.poll(100, TimeUnit.MILLISECONDS);
                if (message != null) message.handle();
            } catch (Exception e) {
                return;
            }
        }
    }

    private static class Message {
        private final Path file;
        private final byte[] bytes;
        private final long ms;

        private Message(Path file, byte[] bytes, long ms) {
            this.file = file;
            this.bytes = bytes;
            this.ms = ms;
        }

        private void handle() throws Exception {
            Thread.sleep(ms);
            Background.put(file, bytes);
        }
    }
}
