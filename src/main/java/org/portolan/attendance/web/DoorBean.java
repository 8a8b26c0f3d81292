package org.portolan.attendance.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.portolan.attendance.CheckIn;
import org.portolan.attendance.Door;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.qr.QrPicture;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** The screen at the door of a session, with the code that participants scan. */
@Named("doorPage")
@RequestScoped
public class DoorBean {
  private static final String PAGE = "/check-in";

  @Inject private PageParameters parameters;
  @Inject private CheckIn checkIn;
  @Inject private Installation installation;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private Door door;

  @PostConstruct
  void read() {
    long id = parameters.number("id", -1);
    if (id < 0) {
      throw new NotFound("session");
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .setResponseHeader("Cache-Control", "no-store");
    door = checkIn.door(id, language.get());
  }

  public Door getDoor() {
    return door;
  }

  /** Null where nobody comes in now. */
  public String getPicture() {
    return door.code() == null
        ? null
        : QrPicture.svg(installation.baseUrl() + PAGE + "/" + door.code());
  }

  /** What whoever has no camera opens and types. */
  public String getAddress() {
    return installation.baseUrl().replaceFirst("^https?://", "") + PAGE;
  }

  /** After so many seconds there is another code. */
  public long getSeconds() {
    return door.left().toSeconds() + 1;
  }

  public String getHalf() {
    return door.half() == null
        ? ""
        : texts.of(
            door.half().morning() ? "attendance.half.am" : "attendance.half.pm",
            formats.date(door.half().day()));
  }

  public LocalTime time(Instant moment) {
    return LocalTime.ofInstant(moment, ZoneId.of(door.session().zone()));
  }
}
