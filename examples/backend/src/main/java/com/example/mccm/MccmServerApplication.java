package com.example.mccm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MccmServerApplication {
    public static void main(String[] args) {
        SpringApplication.run(MccmServerApplication.class, args);
    }
}
