package org.portolan.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The REST interface; every feature's resources are found by themselves. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Portolan",
            version = "1",
            description =
                "Courses, sessions, practices and centres; applying takes a personal token."))
@ApplicationPath("/api/v1")
public class Api extends Application {}
