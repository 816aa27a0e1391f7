package com.example.notes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class NotesServerApplication {
    public static void main(String[] args) {
        SpringApplication.run(NotesServerApplication.class, args);
    }
}
