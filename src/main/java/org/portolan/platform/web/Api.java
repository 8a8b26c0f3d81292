package org.portolan.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The REST interface; every feature's resources are found by themselves. What they take and answer
 * is described in {@code openapi.json} beside this class.
 */
@ApplicationPath("/api/v1")
public class Api extends Application {}
