package org.portolan.enrolment.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import org.portolan.enrolment.ApplicationReceipt;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.NotFound;

/** Applying for a seat as a program does it. */
@Path("sessions/{id}/applications")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationsResource {
  @Inject private EnrolmentService enrolment;
  @Inject private CurrentPerson me;
  @Inject private Idempotency idempotency;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response apply(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, String sent) {
    long person = me.id();
    String body = sent == null ? "" : sent;
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound("session " + id);
    }
    long session = Long.parseLong(id);
    String motivation = motivation(body);
    Idempotency.Answer answer =
        idempotency.run(
            person,
            "POST sessions/" + session + "/applications",
            key,
            Idempotency.hash(body),
            () ->
                new Idempotency.Answer(
                    Response.Status.CREATED.getStatusCode(),
                    json(enrolment.apply(session, motivation))));
    return Response.status(answer.status()).entity(answer.body()).build();
  }

  private static String motivation(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject sent = reader.readObject();
      JsonValue motivation = sent.get("motivation");
      return motivation != null && motivation.getValueType() == JsonValue.ValueType.STRING
          ? sent.getString("motivation")
          : "";
    }
  }

  private static String json(ApplicationReceipt receipt) {
    JsonObjectBuilder answer =
        Json.createObjectBuilder().add("id", receipt.id()).add("state", receipt.state().code());
    if (receipt.waitsFor() == null) {
      answer.addNull("waitsFor");
    } else {
      answer.add("waitsFor", receipt.waitsFor());
    }
    if (receipt.due() == null) {
      answer.addNull("due");
    } else {
      answer.add("due", receipt.due().toString());
    }
    return answer.build().toString();
  }
}
