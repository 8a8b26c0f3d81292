package org.portolan.platform.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.portolan.platform.security.OpenTo;

/** The least this application can answer: what a request costs before it asks for anything. */
@OpenTo("everyone")
@Path("ping")
@Produces(MediaType.APPLICATION_JSON)
public class PingResource {

  @GET
  public Pong ping() {
    return new Pong("ok");
  }

  /** The answer to a ping. */
  public record Pong(String status) {}
}
