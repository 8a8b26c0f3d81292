package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.portolan.attendance.RollSync;
import org.portolan.attendance.TakenRoll;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.JsonBody;
import org.portolan.platform.web.NotFound;

/** Takes what the tablet noted on which a roll is called. */
@RequestScoped
@OpenTo("centre")
@Path("sessions/{id}/marks")
@Produces(MediaType.APPLICATION_JSON)
public class MarksResource {
  private static final JsonBuilderFactory WRITING = Json.createBuilderFactory(Map.of());
  private static final int LARGEST_BODY = 512 * 1024;

  @Inject private RollSync sync;
  @Inject private CurrentPerson me;

  /**
   * Keeps what a tablet noted, each mark once: sent again, it is answered the same. At most 500 at
   * once. What was kept may be forgotten by the tablet, and what was refused is to be shown.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject marks(@PathParam("id") String id, InputStream sent) throws IOException {
    me.require();
    long session = number(id);
    SentJson read = SentJson.of(JsonBody.object(JsonBody.text(sent, LARGEST_BODY)));
    TakenRoll taken = sync.take(session, read.roll());
    JsonObjectBuilder refused = WRITING.createObjectBuilder();
    taken.refused().forEach(refused::add);
    read.malformed().forEach(each -> refused.add(each, "malformed"));
    return WRITING
        .createObjectBuilder()
        .add("kept", WRITING.createArrayBuilder(taken.kept()))
        .add("refused", refused)
        .build();
  }

  static long number(String id) {
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("session " + id);
    }
    return Long.parseLong(id);
  }
}
