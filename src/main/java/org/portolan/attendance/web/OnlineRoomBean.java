package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.portolan.attendance.online.OnlineRooms;
import org.portolan.attendance.online.OwnRoom;
import org.portolan.attendance.online.RoomProblems;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.TypedLine;

/** The page on which a centre says how a session is joined online. */
@Named("onlineRoomForm")
@RequestScoped
public class OnlineRoomBean {
  private static final List<String> SAVED = List.of("kept", "removed");

  @Inject private OnlineRooms rooms;
  @Inject private CurrentLanguage language;

  private OwnRoom own;
  private String address;
  private String note;
  private String saved;
  private boolean changed;
  private Map<String, String> problems = Map.of();

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    external.setResponseHeader("Cache-Control", "no-store");
    long id = number(request.getParameter("id"));
    if (request.getMethod().equals("POST")) {
      String done = act(id, request);
      if (done != null) {
        external.redirect("/desk/session/" + id + "/online?saved=" + done);
        return;
      }
    } else {
      saved = request.getParameter("saved");
    }
    own = rooms.ofCentre(id, language.get());
    if (address == null) {
      address = own.room().address();
      note = own.room().note();
    }
  }

  /** A word for what was done, or null where something stands in the way. */
  private String act(long id, HttpServletRequest request) {
    // a form without its number shows nothing that is there
    String shown = request.getParameter("version");
    int version = shown != null && shown.matches("\\d{1,9}") ? Integer.parseInt(shown) : -1;
    address = TypedLine.of(request.getParameter("address"));
    note = TypedLine.of(request.getParameter("note"));
    try {
      if ("remove".equals(request.getParameter("do"))) {
        rooms.remove(id, version);
        return "removed";
      }
      rooms.keep(id, version, address, note);
      return "kept";
    } catch (RoomProblems refused) {
      problems = refused.fields();
    } catch (ChangedMeanwhile another) {
      changed = true;
    }
    return null;
  }

  private static long number(String typed) {
    if (typed == null || !typed.matches("\\d{1,18}")) {
      throw new NotFound("session");
    }
    return Long.parseLong(typed);
  }

  /** The session, and what is kept of how it is joined. */
  public OwnRoom getOwn() {
    return own;
  }

  /** What was typed, else what is kept. */
  public String getAddress() {
    return address;
  }

  public String getNote() {
    return note;
  }

  public boolean isChanged() {
    return changed;
  }

  /** What is wrong by field. */
  public Map<String, String> getProblems() {
    return problems;
  }

  /** Fields of which something is wrong. */
  public List<String> getWrong() {
    return List.copyOf(problems.keySet());
  }

  /** A word for what was just done; null for none that is known. */
  public String getSaved() {
    return SAVED.contains(String.valueOf(saved)) ? saved : null;
  }
}
