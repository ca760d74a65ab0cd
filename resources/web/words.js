// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence the page shows, in both languages. {name} is filled in.

const he = {
  title: "צ׳אט עם המרפאה",
  chatWith: "צ׳אט עם {clinic}",
  agent: "עוזר אוטומטי",
  person: "צוות המרפאה",
  doctor: "רופא/ה",
  log: "השיחה",
  you: "ההודעה שלך",
  label: "מה לכתוב למרפאה?",
  placeholder: "כתבו הודעה…",
  send: "שליחה",
  attach: "צירוף תמונה או מסמך PDF",
  other: "English",
  restart: "שיחה חדשה",
  sureRestart: "להתחיל שיחה חדשה? השיחה הזאת לא תופיע יותר במכשיר הזה.",
  yes: "שיחה חדשה",
  no: "להישאר כאן",
  preparing: "כותבים לך תשובה…",
  sending: "בשליחה…",
  sent: "נשלח",
  failed: "לא נשלח.",
  again: "לשלוח שוב",
  choose: "אפשר לבחור תשובה",
  image: "תמונה",
  document: "מסמך",
  audio: "הקלטה",
  video: "סרטון",
  loading: "בטעינה…",
  loadAgain: "לא נטען. לנסות שוב",
  pictureMine: "התמונה ששלחת: {name}",
  pictureTheirs: "תמונה מהמרפאה: {name}",
  openPicture: "הגדלת התמונה {name}",
  sound: "הקלטה קולית",
  save: "הורדת הקובץ {name}",
  map: "פתיחה במפה",
  close: "סגירה",
  offline: "אין חיבור כרגע. ננסה שוב, ושום הודעה לא תלך לאיבוד.",
  online: "החיבור חזר.",
  "text-empty": "ההודעה ריקה.",
  "text-too-long": "ההודעה ארוכה מדי: אפשר לכתוב עד {most} תווים. כדאי לקצר או לחלק לכמה הודעות.",
  "too-fast": "נשלחו הרבה הודעות בזמן קצר. נמשיך בעוד רגע.",
  "file-too-large": "הקובץ גדול מדי: אפשר לצרף עד {most}.",
  "file-type": "אפשר לצרף תמונה (JPEG, PNG, WebP) או מסמך PDF.",
  "file-gone": "הקובץ כבר לא זמין.",
  "choice-gone": "התשובה הזאת כבר לא מוצעת.",
  session: "השיחה הקודמת נסגרה. אפשר לכתוב כאן ולהתחיל חדשה.",
  unavailable: "לא הצלחנו לשמור את ההודעה. ננסה שוב.",
  origin: "אי אפשר לכתוב מכאן. יש לפתוח את הצ׳אט באתר המרפאה.",
  malformed: "ההודעה לא התקבלה.",
};

const en = {
  title: "Chat with the clinic",
  chatWith: "Chat with {clinic}",
  agent: "Automated assistant",
  person: "Clinic team",
  doctor: "Doctor",
  log: "Conversation",
  you: "Your message",
  label: "What would you like to write to the clinic?",
  placeholder: "Write a message…",
  send: "Send",
  attach: "Attach an image or a PDF document",
  other: "עברית",
  restart: "New conversation",
  sureRestart: "Start a new conversation? This one will no longer be shown on this device.",
  yes: "New conversation",
  no: "Stay here",
  preparing: "Writing an answer…",
  sending: "Sending…",
  sent: "Sent",
  failed: "Not sent.",
  again: "Send again",
  choose: "You can choose an answer",
  image: "Image",
  document: "Document",
  audio: "Recording",
  video: "Video",
  loading: "Loading…",
  loadAgain: "Not loaded. Try again",
  pictureMine: "The picture you sent: {name}",
  pictureTheirs: "Picture from the clinic: {name}",
  openPicture: "Enlarge the picture {name}",
  sound: "Voice recording",
  save: "Download the file {name}",
  map: "Open in a map",
  close: "Close",
  offline: "No connection right now. We will try again, and no message will be lost.",
  online: "The connection is back.",
  "text-empty": "The message is empty.",
  "text-too-long": "The message is too long: up to {most} characters. Please shorten it or send it in parts.",
  "too-fast": "Many messages in a short time. We will go on in a moment.",
  "file-too-large": "The file is too large: up to {most}.",
  "file-type": "You can attach an image (JPEG, PNG, WebP) or a PDF document.",
  "file-gone": "The file is no longer there.",
  "choice-gone": "This answer is no longer offered.",
  session: "The earlier conversation was closed. Write here to start a new one.",
  unavailable: "The message could not be kept. We will try again.",
  origin: "You cannot write from here. Please open the chat on the clinic's site.",
  malformed: "The message was not taken.",
};

const all = { he, en };

let language = "he";

export function speak(chosen) {
  language = chosen;
}

export function currentLanguage() {
  return language;
}

export function words(key, values = {}) {
  const text = all[language][key] ?? all[language].malformed;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
