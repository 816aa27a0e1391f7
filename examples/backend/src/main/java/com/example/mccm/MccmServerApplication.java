package com.example.mccm;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;

@SpringBootApplication
@EnableAsync
public class MccmServerApplication {
    public static void main(String[] args) {
        SpringApplication.run(MccmServerApplication.class, args);
        LoggerFactory.getLogger(MccmServerApplication.class).info("小程序后端已就绪");
    }
}
