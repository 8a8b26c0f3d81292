package org.portolan.attendance.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.portolan.attendance.HalfDay;
import org.portolan.attendance.Mark;
import org.portolan.attendance.MyAttendance;
import org.portolan.attendance.OwnAttendance;
import org.portolan.attendance.online.OnlineRooms;
import org.portolan.attendance.online.OwnRoom;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;

/** Where a participant sees when they were there, and takes their certificates. */
@Named("myAttendancePage")
@RequestScoped
public class MyAttendanceBean {
  @Inject private MyAttendance service;
  @Inject private OnlineRooms onlineRooms;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private List<OwnAttendance> sessions;
  private List<OwnRoom> rooms;

  @PostConstruct
  void read() {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .setResponseHeader("Cache-Control", "no-store");
    sessions = service.list(language.get());
    rooms = onlineRooms.mine(language.get());
  }

  public List<OwnAttendance> getSessions() {
    return sessions;
  }

  /** Sessions that they join online, now or later. */
  public List<OwnRoom> getRooms() {
    return rooms;
  }

  public int getPercent() {
    return service.enough().percent();
  }

  public String name(HalfDay half) {
    return texts.of(
        half.morning() ? "attendance.half.am" : "attendance.half.pm", formats.date(half.day()));
  }

  /** Who noted it; somebody who is no more has no name. */
  public String from(OwnAttendance session, Mark mark) {
    if (mark.atTheDoor()) {
      LocalTime time = LocalTime.ofInstant(mark.markedAt(), ZoneId.of(session.session().zone()));
      return texts.of("attendance.mine.self", formats.time(time));
    }
    return session.markers().getOrDefault(mark.markedBy(), "–");
  }
}
