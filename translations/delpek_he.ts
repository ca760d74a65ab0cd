<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>BubbleWords</name>
    <message>
        <source>This message was deleted</source>
        <translation>ההודעה נמחקה</translation>
    </message>
    <message>
        <source>edited · %1</source>
        <translation>נערכה · %1</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>לשלוח שוב</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>ההודעה הגיעה</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>לא נשלחה: %1</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>לא נשלחה</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1 בשעה %2: %3</translation>
    </message>
    <message>
        <source>%1 at %2: %3. %4</source>
        <translation>%1 בשעה %2: %3. %4</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>הועברה</translation>
    </message>
    <message>
        <source>In reply to</source>
        <translation>בתגובה להודעה</translation>
    </message>
    <message>
        <source>In reply to: “%1”</source>
        <translation>בתגובה ל„%1”</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>לשמור…</translation>
    </message>
    <message>
        <source>Show picture</source>
        <translation>להציג את התמונה</translation>
    </message>
    <message>
        <source>Hide picture</source>
        <translation>להסתיר את התמונה</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>להעתיק את הקישור</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>לפני העריכה: %1</translation>
    </message>
    <message>
        <source>Show it large</source>
        <translation>להגדיל את התמונה</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>להאזין</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>להשהות</translation>
    </message>
    <message>
        <source>Open in the browser: %1</source>
        <translation>לפתוח בדפדפן: %1</translation>
    </message>
    <message>
        <source>Go to the message that this answers</source>
        <translation>לעבור להודעה המצוטטת</translation>
    </message>
    <message>
        <source>What it said before</source>
        <translation>מה היה כתוב קודם</translation>
    </message>
    <message>
        <source>Hide what it said before</source>
        <translation>להסתיר את הנוסח הקודם</translation>
    </message>
    <message>
        <source>New</source>
        <translation>חדש</translation>
    </message>
</context>
<context>
    <name>AttachmentWords</name>
    <message>
        <source>Audio file</source>
        <translation>קובץ שמע</translation>
    </message>
    <message>
        <source>Being fetched …</source>
        <translation>הקובץ בדרך…</translation>
    </message>
    <message>
        <source>Not taken: too large, or a kind of file that is not accepted here</source>
        <translation>לא התקבל: הקובץ גדול מדי או מסוג שלא מקבלים כאן</translation>
    </message>
    <message>
        <source>Lost: the file is not available any more. Ask for it again.</source>
        <translation>הקובץ כבר לא זמין. כדאי לבקש לשלוח אותו שוב.</translation>
    </message>
    <message>
        <source>Being written down …</source>
        <translation>ההקלטה מתומללת…</translation>
    </message>
    <message>
        <source>Written down by the computer, may hold mistakes:</source>
        <translation>תמלול אוטומטי, ייתכנו טעויות:</translation>
    </message>
    <message>
        <source>Could not be written down. Listen to it.</source>
        <translation>לא הצלחנו לתמלל. כדאי להאזין להקלטה.</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The language model&apos;s provider refuses the key. An administrator has to enter the right one.</source>
        <translation>ספק מודל השפה אינו מקבל את המפתח. מנהל המערכת צריך להזין את המפתח הנכון.</translation>
    </message>
    <message>
        <source>The language model&apos;s key may not be used for this. An administrator has to look at the account with the provider.</source>
        <translation>למפתח של מודל השפה אין הרשאה לכך. מנהל המערכת צריך לבדוק את החשבון אצל הספק.</translation>
    </message>
    <message>
        <source>The account with the language model&apos;s provider is used up. Until it is filled again, the assistant answers without the model.</source>
        <translation>החשבון אצל ספק מודל השפה נוצל עד תומו. עד שימולא שוב, העוזר עונה בלי המודל.</translation>
    </message>
    <message>
        <source>The provider has no language model of the name in the settings. An administrator has to choose one.</source>
        <translation>אצל הספק אין מודל שפה בשם שרשום בהגדרות. מנהל המערכת צריך לבחור מודל.</translation>
    </message>
    <message>
        <source>The provider refuses how the language model is asked. An administrator has to check its settings.</source>
        <translation>הספק אינו מקבל את אופן הפנייה למודל השפה. מנהל המערכת צריך לבדוק את ההגדרות שלו.</translation>
    </message>
    <message>
        <source>The conversation was too long for the language model.</source>
        <translation>השיחה הייתה ארוכה מדי בשביל מודל השפה.</translation>
    </message>
    <message>
        <source>The language model&apos;s provider asks to wait: too many requests just now.</source>
        <translation>ספק מודל השפה מבקש להמתין: יותר מדי פניות כרגע.</translation>
    </message>
    <message>
        <source>The language model is overloaded or out of order at its provider.</source>
        <translation>מודל השפה עמוס או אינו פועל אצל הספק.</translation>
    </message>
    <message>
        <source>The language model&apos;s answer ended in the middle.</source>
        <translation>התשובה של מודל השפה נקטעה באמצע.</translation>
    </message>
    <message>
        <source>The language model&apos;s answer was longer than allowed.</source>
        <translation>התשובה של מודל השפה הייתה ארוכה מהמותר.</translation>
    </message>
    <message>
        <source>The language model would not answer this.</source>
        <translation>מודל השפה לא היה מוכן לענות על כך.</translation>
    </message>
    <message>
        <source>The language model gave an empty answer.</source>
        <translation>מודל השפה החזיר תשובה ריקה.</translation>
    </message>
    <message>
        <source>The language model&apos;s answer could not be read.</source>
        <translation>לא ניתן היה לקרוא את התשובה של מודל השפה.</translation>
    </message>
    <message>
        <source>More answers of the language model are waited for than the settings allow.</source>
        <translation>ממתינים ליותר תשובות של מודל השפה ממה שההגדרות מתירות.</translation>
    </message>
    <message>
        <source>The language model failed again and again and is left alone for a while.</source>
        <translation>מודל השפה נכשל שוב ושוב, ולכן לא פונים אליו לזמן מה.</translation>
    </message>
    <message>
        <source>The language model asked for something that is not possible.</source>
        <translation>מודל השפה ביקש דבר שאינו אפשרי.</translation>
    </message>
    <message>
        <source>The language model named somebody whom the conversation does not know.</source>
        <translation>מודל השפה הזכיר מישהו שאינו מוכר מהשיחה.</translation>
    </message>
    <message>
        <source>The budget for the language model is used up for now.</source>
        <translation>התקציב של מודל השפה נוצל לעת עתה.</translation>
    </message>
    <message>
        <source>A budget of money is set, but the language model&apos;s price is not known. An administrator has to add it.</source>
        <translation>הוגדר תקציב כספי, אך מחיר מודל השפה אינו ידוע. מנהל המערכת צריך להוסיף אותו.</translation>
    </message>
    <message>
        <source>Text messages to the staff do not go out right now. Call whoever is on duty yourself, and check the internet connection.</source>
        <translation>הודעות SMS לצוות לא יוצאות כרגע. כדאי להתקשר בעצמכם לכונן/ית ולבדוק את החיבור לאינטרנט.</translation>
    </message>
    <message>
        <source>The text message provider refuses Delpek, so the staff gets no text messages. An administrator has to check the account and its key.</source>
        <translation>ספק ה־SMS דוחה את דלפק, ולכן הצוות לא מקבל הודעות SMS. מנהל/ת המערכת צריך/ה לבדוק את החשבון ואת המפתח שלו.</translation>
    </message>
    <message>
        <source>E-mail to the staff does not go out right now. Call whoever is on duty yourself.</source>
        <translation>הודעות דואר לצוות לא יוצאות כרגע. כדאי להתקשר בעצמכם לכונן/ית.</translation>
    </message>
    <message>
        <source>The mail server refuses Delpek, so the staff gets no e-mail. An administrator has to check the login and the certificate.</source>
        <translation>שרת הדואר דוחה את דלפק, ולכן הצוות לא מקבל דואר. מנהל/ת המערכת צריך/ה לבדוק את פרטי הכניסה ואת האישור (certificate).</translation>
    </message>
    <message>
        <source>Telegram messages to the staff do not go out right now. Call whoever is on duty yourself.</source>
        <translation>הודעות טלגרם לצוות לא יוצאות כרגע. כדאי להתקשר בעצמכם לכונן/ית.</translation>
    </message>
    <message>
        <source>Telegram refuses the bot, so the staff gets no messages there. An administrator has to enter the right token.</source>
        <translation>טלגרם דוחה את הבוט, ולכן הצוות לא מקבל שם הודעות. מנהל/ת המערכת צריך/ה להזין את המפתח הנכון (token).</translation>
    </message>
    <message>
        <source>An escalation is open, and there is nobody who can be told of it. Call a doctor yourself. An administrator has to enter who is on duty.</source>
        <translation>יש פנייה פתוחה ואין למי להודיע עליה. כדאי להתקשר בעצמכם לרופא/ה. מנהל/ת המערכת צריך/ה להזין מי בכוננות.</translation>
    </message>
    <message>
        <source>Everybody on duty was told of an escalation again and again, and nobody took note. Call a doctor yourself.</source>
        <translation>כל מי שבכוננות קיבל/ה כמה הודעות על פנייה פתוחה ואף אחד לא אישר. כדאי להתקשר בעצמכם לרופא/ה.</translation>
    </message>
    <message>
        <source>A question waits for a doctor, and everybody on duty has quiet hours. They are told when these end; call if it cannot wait.</source>
        <translation>שאלה ממתינה לרופא/ה, וכל מי שבכוננות נמצא/ת בשעות שקט. ההודעה תישלח כשהן יסתיימו. אם זה דחוף, כדאי להתקשר.</translation>
    </message>
    <message>
        <source>A notice did not reach a member of staff because the number or the address does not work. Look at the escalation&apos;s history and correct it.</source>
        <translation>התראה לא הגיעה לאיש או אשת צוות כי המספר או הכתובת לא פעילים. כדאי לבדוק בהיסטוריה של הפנייה ולתקן.</translation>
    </message>
    <message>
        <source>This telephone number takes no text messages. Correct it in the list of staff.</source>
        <translation>מספר הטלפון הזה לא מקבל הודעות SMS. צריך לתקן אותו ברשימת הצוות.</translation>
    </message>
    <message>
        <source>This e-mail address does not work. Correct it in the list of staff.</source>
        <translation>כתובת הדואר הזו לא פעילה. צריך לתקן אותה ברשימת הצוות.</translation>
    </message>
    <message>
        <source>The bot cannot write to this Telegram chat. The member of staff has to press Start there once.</source>
        <translation>הבוט לא יכול לכתוב לצ׳אט הזה בטלגרם. איש או אשת הצוות צריכים ללחוץ שם פעם אחת על Start.</translation>
    </message>
    <message>
        <source>This member of staff refused text messages from the clinic&apos;s number.</source>
        <translation>איש או אשת הצוות ביקשו לא לקבל הודעות SMS מהמספר של המרפאה.</translation>
    </message>
    <message>
        <source>The telephone could not be reached.</source>
        <translation>לא היה אפשר להגיע אל הטלפון.</translation>
    </message>
    <message>
        <source>The notice is too long.</source>
        <translation>ההתראה ארוכה מדי.</translation>
    </message>
    <message>
        <source>The provider refused the notice.</source>
        <translation>הספק דחה את ההתראה.</translation>
    </message>
    <message>
        <source>It is not known whether the notice arrived.</source>
        <translation>לא ידוע אם ההתראה הגיעה.</translation>
    </message>
    <message>
        <source>This way to tell the staff is switched off.</source>
        <translation>הדרך הזו להודיע לצוות כבויה.</translation>
    </message>
    <message>
        <source>This member of staff has no address for it.</source>
        <translation>לאיש או אשת הצוות אין כתובת מתאימה.</translation>
    </message>
    <message>
        <source>The clinic&apos;s records (Odoo) cannot be reached right now. Nothing was changed. Try again in a while; if it stays, tell an administrator.</source>
        <translation>אי אפשר להגיע כרגע לרשומות המרפאה (Odoo). שום דבר לא השתנה. כדאי לנסות שוב עוד מעט, ואם זה נמשך לפנות לאחראי המערכת.</translation>
    </message>
    <message>
        <source>The clinic&apos;s records (Odoo) gave no answer in time. A change may have been made all the same: look there before you try again.</source>
        <translation>לא התקבלה בזמן תשובה מרשומות המרפאה (Odoo). ייתכן שהשינוי בכל זאת בוצע: כדאי לבדוק שם לפני שמנסים שוב.</translation>
    </message>
    <message>
        <source>Odoo refuses Delpek&apos;s login or key. An administrator has to enter the right one.</source>
        <translation>‏Odoo דוחה את הכניסה או את המפתח של דלפק. על אחראי המערכת להזין פרטים נכונים.</translation>
    </message>
    <message>
        <source>Odoo does not find its database: the name in the settings is wrong, or the database is away. An administrator has to check it.</source>
        <translation>Odoo לא מוצא את מסד הנתונים: השם שבהגדרות שגוי, או שמסד הנתונים אינו זמין כרגע. על אחראי המערכת לבדוק זאת.</translation>
    </message>
    <message>
        <source>Delpek&apos;s user in Odoo may not do this. An administrator has to give it the right.</source>
        <translation>למשתמש של דלפק ב־Odoo אין הרשאה לפעולה הזאת. על אחראי המערכת לתת לו אותה.</translation>
    </message>
    <message>
        <source>This is no longer in the clinic&apos;s records. It may have been removed in Odoo.</source>
        <translation>זה כבר לא נמצא ברשומות המרפאה. ייתכן שזה נמחק ב־Odoo.</translation>
    </message>
    <message>
        <source>Odoo does not take these values: one of its rules forbids it. Check them, or make the change in Odoo itself.</source>
        <translation>‏Odoo לא מקבל את הערכים האלה, כי אחד הכללים שלו אוסר זאת. כדאי לבדוק אותם או לבצע את השינוי ישירות ב־Odoo.</translation>
    </message>
    <message>
        <source>Odoo lacks a field or a function that the settings name. An administrator has to check the mapping.</source>
        <translation>ב־Odoo חסר שדה או פעולה שמופיעים בהגדרות. על אחראי המערכת לבדוק את המיפוי.</translation>
    </message>
    <message>
        <source>Odoo was busy with the same record, so nothing was changed. Try again in a moment.</source>
        <translation>‏Odoo היה עסוק באותה רשומה, ולכן שום דבר לא השתנה. כדאי לנסות שוב עוד רגע.</translation>
    </message>
    <message>
        <source>The answer of the clinic&apos;s records (Odoo) could not be read. Look there whether the change was made before you try again.</source>
        <translation>אי אפשר היה לקרוא את התשובה של רשומות המרפאה (Odoo). כדאי לבדוק שם אם השינוי בוצע לפני שמנסים שוב.</translation>
    </message>
    <message>
        <source>This Odoo does not offer the way in which Delpek wants to speak to it. An administrator has to check the address and odoo.protocol.</source>
        <translation>שרת Odoo הזה לא תומך בדרך שבה דלפק מנסה לפנות אליו. על אחראי המערכת לבדוק את הכתובת ואת odoo.protocol.</translation>
    </message>
    <message>
        <source>Odoo failed at this, and nothing was changed. An administrator finds more in the log.</source>
        <translation>הפעולה נכשלה ב־Odoo, ושום דבר לא השתנה. אחראי המערכת ימצא פרטים ביומן.</translation>
    </message>
    <message>
        <source>This cannot be done as it was entered. Check it and try again.</source>
        <translation>אי אפשר לבצע את זה כפי שהוזן. כדאי לבדוק ולנסות שוב.</translation>
    </message>
    <message>
        <source>This is no longer there. It may have been removed at another desk.</source>
        <translation>הפריט כבר לא קיים. ייתכן שהוסר בעמדה אחרת.</translation>
    </message>
    <message>
        <source>Somebody else was first. Look at the conversation again before you go on.</source>
        <translation>מישהו הקדים אותך. כדאי לעבור שוב על השיחה לפני שממשיכים.</translation>
    </message>
    <message>
        <source>The conversation moved on in the meantime. Read the latest messages and try again.</source>
        <translation>השיחה התקדמה בינתיים. כדאי לקרוא את ההודעות האחרונות ולנסות שוב.</translation>
    </message>
    <message>
        <source>The connection&apos;s key was refused or has expired. An administrator has to renew it.</source>
        <translation>מפתח החיבור נדחה או שתוקפו פג. יש לפנות למנהל/ת המערכת כדי לחדש אותו.</translation>
    </message>
    <message>
        <source>This is not allowed here. An administrator can change that.</source>
        <translation>אין הרשאה לפעולה הזאת. מנהל/ת המערכת יכול/ה לשנות זאת.</translation>
    </message>
    <message>
        <source>The patient cannot be reached on this channel. Try the telephone.</source>
        <translation>אי אפשר להגיע למטופל/ת בערוץ הזה. כדאי לנסות בטלפון.</translation>
    </message>
    <message>
        <source>Too many messages went out at once. Wait a little and try again.</source>
        <translation>נשלחו יותר מדי הודעות בבת אחת. כדאי להמתין מעט ולנסות שוב.</translation>
    </message>
    <message>
        <source>No answer came in time. Check what happened before you try again.</source>
        <translation>לא התקבלה תשובה בזמן. יש לבדוק מה קרה לפני שמנסים שוב.</translation>
    </message>
    <message>
        <source>The other side is not connected right now. Nothing was changed.</source>
        <translation>אין כרגע חיבור לצד השני. שום דבר לא השתנה.</translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation>הפעולה נעצרה לפני שהושלמה.</translation>
    </message>
    <message>
        <source>This channel cannot do that.</source>
        <translation>הערוץ הזה אינו תומך בפעולה.</translation>
    </message>
    <message>
        <source>Something went wrong in Delpek. Try again; if it stays, tell an administrator.</source>
        <translation>משהו השתבש בדלפק. כדאי לנסות שוב; אם זה חוזר, יש לפנות למנהל/ת המערכת.</translation>
    </message>
    <message>
        <source>More than 24 hours have passed since the patient last wrote, so WhatsApp does not allow free text. Your draft is kept; call the patient, or write once they write again.</source>
        <translation>עברו יותר מ‑24 שעות מההודעה האחרונה של המטופל/ת, ולכן וואטסאפ לא מאפשר טקסט חופשי. הטיוטה נשמרה; אפשר להתקשר, או לכתוב אחרי שתגיע הודעה חדשה.</translation>
    </message>
    <message>
        <source>This channel is not connected, so nothing can be sent. Your draft is kept.</source>
        <translation>הערוץ אינו מחובר ולכן אי אפשר לשלוח. הטיוטה נשמרה.</translation>
    </message>
    <message>
        <source>WhatsApp (WAHA) is switched off, so nothing can be sent or received. An administrator has to start the session in WAHA.</source>
        <translation>החיבור לוואטסאפ (WAHA) כבוי, ולכן אי אפשר לשלוח או לקבל הודעות. מנהל/ת המערכת צריך/ה להפעיל אותו ב־WAHA.</translation>
    </message>
    <message>
        <source>WhatsApp (WAHA) is just starting. Wait a minute.</source>
        <translation>החיבור לוואטסאפ (WAHA) מופעל כעת. יש להמתין דקה.</translation>
    </message>
    <message>
        <source>The audit log was changed outside of Delpek. Work can go on; an administrator has to find out who did it: &quot;delpekd audit verify&quot; names the entry.</source>
        <translation>יומן הביקורת שונה שלא דרך Delpek. אפשר להמשיך לעבוד; על מנהל המערכת לברר מי עשה זאת: &quot;delpekd audit verify&quot; מראה באיזו רשומה מדובר.</translation>
    </message>
    <message>
        <source>No private link can be made: Delpek has no public address. An administrator has to set listen.public-url.</source>
        <translation>אי אפשר ליצור קישור אישי: ל־Delpek אין כתובת ציבורית. על מנהל המערכת להגדיר את listen.public-url.</translation>
    </message>
    <message>
        <source>The clinic&apos;s phone is not linked to WhatsApp (WAHA), so nothing can be sent or received. Open WAHA, and on the phone open WhatsApp, Linked devices, and scan the code.</source>
        <translation>הטלפון של המרפאה לא מקושר לוואטסאפ (WAHA), ולכן אי אפשר לשלוח או לקבל הודעות. יש לפתוח את WAHA, ובטלפון להיכנס בוואטסאפ ל&quot;מכשירים מקושרים&quot; ולסרוק את הקוד.</translation>
    </message>
    <message>
        <source>WhatsApp asks the clinic&apos;s phone to confirm the link to WAHA. Open WAHA and finish the linking with the phone.</source>
        <translation>וואטסאפ מבקש לאשר בטלפון של המרפאה את הקישור ל־WAHA. יש לפתוח את WAHA ולהשלים את הקישור בעזרת הטלפון.</translation>
    </message>
    <message>
        <source>WhatsApp (WAHA) has failed, so nothing can be sent or received. An administrator has to restart the session in WAHA, and link the phone again if that does not help.</source>
        <translation>החיבור לוואטסאפ (WAHA) נפל, ולכן אי אפשר לשלוח או לקבל הודעות. מנהל/ת המערכת צריך/ה להפעיל אותו מחדש ב־WAHA, ואם זה לא עוזר – לקשר שוב את הטלפון.</translation>
    </message>
    <message>
        <source>WAHA has no session of the name in the settings. An administrator has to check it.</source>
        <translation>השם שבהגדרות לא קיים ב־WAHA. מנהל/ת המערכת צריך/ה לבדוק אותו.</translation>
    </message>
    <message>
        <source>WAHA does not answer, so WhatsApp cannot send or receive. An administrator has to check that it runs.</source>
        <translation>WAHA לא מגיבה, ולכן אי אפשר לשלוח או לקבל הודעות בוואטסאפ. מנהל/ת המערכת צריך/ה לבדוק שהיא פועלת.</translation>
    </message>
    <message>
        <source>WAHA refused Delpek&apos;s key, so WhatsApp cannot send or receive. An administrator has to enter the right one.</source>
        <translation>WAHA דחתה את המפתח של דלפק, ולכן אי אפשר לשלוח או לקבל הודעות בוואטסאפ. מנהל/ת המערכת צריך/ה להזין את המפתח הנכון.</translation>
    </message>
    <message>
        <source>Telegram delivers the bot&apos;s messages to another address (a webhook), so Delpek receives none. An administrator has to remove the webhook, or let Delpek receive by webhook.</source>
        <translation>טלגרם מעבירה את הודעות הבוט לכתובת אחרת (webhook), ולכן הן לא מגיעות לדלפק. מנהל/ת המערכת צריך/ה להסיר את ה־webhook, או להגדיר שדלפק יקבל את ההודעות דרכו.</translation>
    </message>
    <message>
        <source>Another program receives this Telegram bot&apos;s messages, so not all of them arrive here. If Delpek runs on a second computer, close it there; otherwise an administrator has to give each program a bot of its own.</source>
        <translation>תוכנה אחרת מקבלת את ההודעות של הבוט הזה בטלגרם, ולכן לא כולן מגיעות לכאן. אם דלפק פועלת גם במחשב אחר, צריך לסגור אותה שם; אם לא, מנהל/ת המערכת צריך/ה להגדיר לכל תוכנה בוט משלה.</translation>
    </message>
    <message>
        <source>Telegram refused the bot&apos;s key (token), so nothing can be sent or received there. An administrator has to enter the one that BotFather shows.</source>
        <translation>טלגרם דחתה את המפתח של הבוט (token), ולכן אי אפשר לשלוח או לקבל בה הודעות. מנהל/ת המערכת צריך/ה להזין את המפתח שמופיע ב־BotFather.</translation>
    </message>
    <message>
        <source>Telegram does not answer, so nothing can be sent or received there. Check the internet connection.</source>
        <translation>אין תשובה מטלגרם, ולכן אי אפשר לשלוח או לקבל בה הודעות. כדאי לבדוק את החיבור לאינטרנט.</translation>
    </message>
    <message>
        <source>A file of this kind cannot be sent on this channel. Send it as a picture or a document.</source>
        <translation>אי אפשר לשלוח קובץ מסוג כזה בערוץ הזה. אפשר לשלוח אותו כתמונה או כמסמך.</translation>
    </message>
    <message>
        <source>This file is empty, so there is nothing to send. Choose another one.</source>
        <translation>הקובץ ריק, ולכן אין מה לשלוח. יש לבחור קובץ אחר.</translation>
    </message>
    <message>
        <source>This file is too large for this channel. Send a smaller one.</source>
        <translation>הקובץ גדול מדי לערוץ הזה. יש לשלוח קובץ קטן יותר.</translation>
    </message>
    <message>
        <source>The patient sent a file that is too large to be kept here. Ask for a smaller one.</source>
        <translation>התקבל קובץ גדול מכדי לשמור אותו כאן. אפשר לבקש קובץ קטן יותר.</translation>
    </message>
    <message>
        <source>Meta has closed the clinic&apos;s WhatsApp account, so nothing can be sent. An administrator has to look at Account quality in Meta Business Suite.</source>
        <translation>Meta סגרה את חשבון הוואטסאפ של המרפאה, ולכן אי אפשר לשלוח הודעות. מנהל/ת המערכת צריך/ה לבדוק את איכות החשבון ב־Meta Business Suite.</translation>
    </message>
    <message>
        <source>The channel&apos;s key was refused or has expired, so nothing goes out. An administrator has to enter a new one.</source>
        <translation>המפתח של הערוץ נדחה או פג תוקפו, ולכן הודעות לא יוצאות. מנהל/ת המערכת צריך/ה להזין מפתח חדש.</translation>
    </message>
    <message>
        <source>The channel&apos;s key is missing, so nothing goes out. An administrator has to enter it.</source>
        <translation>המפתח של הערוץ חסר, ולכן הודעות לא יוצאות. מנהל/ת המערכת צריך/ה להזין אותו.</translation>
    </message>
    <message>
        <source>The channel&apos;s account lacks a permission. An administrator has to grant it.</source>
        <translation>לחשבון של הערוץ חסרה הרשאה. מנהל/ת המערכת צריך/ה להוסיף אותה.</translation>
    </message>
    <message>
        <source>The channel is not set up rightly. An administrator has to check the settings.</source>
        <translation>הערוץ לא מוגדר כמו שצריך. מנהל/ת המערכת צריך/ה לבדוק את ההגדרות.</translation>
    </message>
    <message>
        <source>WhatsApp has not approved the clinic&apos;s display name. An administrator has to look at it in WhatsApp Manager.</source>
        <translation>וואטסאפ לא אישר את השם המוצג של המרפאה. מנהל/ת המערכת צריך/ה לבדוק אותו ב־WhatsApp Manager.</translation>
    </message>
    <message>
        <source>The clinic&apos;s number is not registered with WhatsApp. An administrator has to register it in WhatsApp Manager.</source>
        <translation>מספר המרפאה לא רשום בוואטסאפ. מנהל/ת המערכת צריך/ה לרשום אותו ב־WhatsApp Manager.</translation>
    </message>
    <message>
        <source>WhatsApp lacks a valid means of payment for the clinic. An administrator has to add one in Meta Business Suite.</source>
        <translation>לחשבון הוואטסאפ של המרפאה אין אמצעי תשלום תקף. מנהל/ת המערכת צריך/ה להוסיף אחד ב־Meta Business Suite.</translation>
    </message>
    <message>
        <source>The clinic&apos;s WhatsApp number is a test number and writes to listed numbers only. An administrator has to connect a real one.</source>
        <translation>מספר הוואטסאפ של המרפאה הוא מספר ניסיון ושולח רק למספרים שברשימה. מנהל/ת המערכת צריך/ה לחבר מספר אמיתי.</translation>
    </message>
    <message>
        <source>WhatsApp has restricted the clinic&apos;s account. An administrator has to look at Account quality in Meta Business Suite.</source>
        <translation>וואטסאפ הגביל את חשבון המרפאה. מנהל/ת המערכת צריך/ה לבדוק את איכות החשבון ב־Meta Business Suite.</translation>
    </message>
    <message>
        <source>WhatsApp limits the clinic&apos;s number because too many people blocked or reported it. For now answer only those who wrote first.</source>
        <translation>וואטסאפ הגביל את מספר המרפאה כי יותר מדי אנשים חסמו אותו או דיווחו עליו. בינתיים כדאי לענות רק למי שכתבו קודם.</translation>
    </message>
    <message>
        <source>WhatsApp does not let the clinic write to this country. Call the patient.</source>
        <translation>וואטסאפ לא מאפשר למרפאה לכתוב למדינה הזאת. אפשר להתקשר למטופל/ת.</translation>
    </message>
    <message>
        <source>WhatsApp held this message back, so it did not arrive. Call the patient, or write once they write again.</source>
        <translation>וואטסאפ עיכב את ההודעה והיא לא הגיעה. אפשר להתקשר למטופל/ת, או לכתוב אחרי שתגיע הודעה חדשה.</translation>
    </message>
    <message>
        <source>The clinic has blocked this number in WhatsApp. Unblock it first, or call the patient.</source>
        <translation>המרפאה חסמה את המספר הזה בוואטסאפ. צריך לבטל את החסימה קודם, או להתקשר למטופל/ת.</translation>
    </message>
    <message>
        <source>This is the clinic&apos;s own number, so nothing can be sent to it.</source>
        <translation>זה המספר של המרפאה עצמה, ואי אפשר לשלוח אליו.</translation>
    </message>
    <message>
        <source>WhatsApp hides this patient&apos;s number, and this message needs it. Ask the patient for the number.</source>
        <translation>וואטסאפ מסתיר את המספר של המטופל/ת, והוא נחוץ להודעה הזאת. צריך לבקש את המספר מהמטופל/ת.</translation>
    </message>
    <message>
        <source>The channel refused this message. Write it differently, or call the patient.</source>
        <translation>הערוץ דחה את ההודעה. אפשר לנסח אותה אחרת, או להתקשר למטופל/ת.</translation>
    </message>
    <message>
        <source>WhatsApp refused the file. Send it as a PDF or a JPEG picture, or in another way.</source>
        <translation>וואטסאפ דחה את הקובץ. אפשר לשלוח אותו כ־PDF או כתמונת JPEG, או בדרך אחרת.</translation>
    </message>
    <message>
        <source>Sound and stickers go without words here. Send the words as a message of their own.</source>
        <translation>להקלטות ולמדבקות אי אפשר לצרף כאן טקסט. אפשר לשלוח את הטקסט בהודעה נפרדת.</translation>
    </message>
    <message>
        <source>The message is too long for this channel. Shorten it, or send it in two parts.</source>
        <translation>ההודעה ארוכה מדי לערוץ הזה. אפשר לקצר אותה או לשלוח אותה בשני חלקים.</translation>
    </message>
    <message>
        <source>The template&apos;s fields are not right: each needs a value of one line, without wide gaps. Check them and try again.</source>
        <translation>השדות של התבנית לא תקינים: בכל שדה צריך להיות ערך בשורה אחת, בלי רווחים גדולים. כדאי לבדוק ולנסות שוב.</translation>
    </message>
    <message>
        <source>WhatsApp does not have this template in this language, or has not approved it yet. An administrator can look at the templates.</source>
        <translation>בוואטסאפ אין תבנית כזאת בשפה הזאת, או שהיא עוד לא אושרה. מנהל/ת המערכת יכול/ה לבדוק את התבניות.</translation>
    </message>
    <message>
        <source>WhatsApp has paused this template because patients did not like it. Use another one, or call the patient.</source>
        <translation>וואטסאפ השהה את התבנית בגלל תגובות שליליות. אפשר להשתמש בתבנית אחרת, או להתקשר למטופל/ת.</translation>
    </message>
    <message>
        <source>WhatsApp has disabled this template for good. Use another one; an administrator has to write a new one.</source>
        <translation>וואטסאפ ביטל את התבנית לצמיתות. אפשר להשתמש בתבנית אחרת; מנהל/ת המערכת צריך/ה לנסח תבנית חדשה.</translation>
    </message>
    <message>
        <source>WhatsApp refused this template. An administrator has to look at it.</source>
        <translation>וואטסאפ דחה את התבנית. מנהל/ת המערכת צריך/ה לבדוק אותה.</translation>
    </message>
    <message>
        <source>The channel does not answer right now. Nothing was sent; try again in a few minutes.</source>
        <translation>הערוץ לא מגיב כרגע. שום דבר לא נשלח; אפשר לנסות שוב בעוד כמה דקות.</translation>
    </message>
    <message>
        <source>It is not known whether the message arrived. Look at the conversation before you send it again.</source>
        <translation>לא ידוע אם ההודעה הגיעה. כדאי לבדוק בשיחה לפני ששולחים שוב.</translation>
    </message>
    <message>
        <source>WhatsApp did not accept the wording of the template. An administrator has to change it.</source>
        <translation>וואטסאפ לא קיבל את הנוסח של התבנית. מנהל/ת המערכת צריך/ה לשנות אותו.</translation>
    </message>
    <message>
        <source>The clinic has as many templates as WhatsApp allows. An administrator has to delete one first.</source>
        <translation>למרפאה יש כבר המספר המרבי של תבניות שוואטסאפ מאפשר. מנהל/ת המערכת צריך/ה למחוק אחת קודם.</translation>
    </message>
    <message>
        <source>The patient asked not to receive messages. Your draft is kept.</source>
        <translation>המטופל/ת ביקש/ה לא לקבל הודעות. הטיוטה נשמרה.</translation>
    </message>
    <message>
        <source>There is nothing to send yet: write something first.</source>
        <translation>אין עדיין מה לשלוח: צריך לכתוב משהו קודם.</translation>
    </message>
    <message>
        <source>Files cannot be sent on this channel. Send the words alone, or use another channel.</source>
        <translation>אי אפשר לשלוח קבצים בערוץ הזה. אפשר לשלוח רק טקסט, או לעבור לערוץ אחר.</translation>
    </message>
    <message>
        <source>The patient has blocked the clinic on this channel, so nothing can be sent. Your draft is kept; call the patient.</source>
        <translation>המרפאה נחסמה על ידי המטופל/ת בערוץ הזה, ולכן אי אפשר לשלוח. הטיוטה נשמרה; אפשר להתקשר.</translation>
    </message>
    <message>
        <source>Files of this kind are not sent or kept. Pictures, PDF, sound, video and office documents are.</source>
        <translation>קבצים מהסוג הזה לא נשלחים ולא נשמרים. אפשר לשלוח תמונות, PDF, קובצי קול, סרטונים ומסמכים.</translation>
    </message>
    <message>
        <source>This file is too large. Send a smaller one.</source>
        <translation>הקובץ גדול מדי. צריך לשלוח קובץ קטן יותר.</translation>
    </message>
    <message>
        <source>There is no room left for files. An administrator has to make room or raise the limit.</source>
        <translation>נגמר המקום לשמירת קבצים. מנהל/ת המערכת צריך/ה לפנות מקום או להגדיל את המגבלה.</translation>
    </message>
    <message>
        <source>The folder for files cannot be used. An administrator has to check it.</source>
        <translation>אי אפשר להשתמש בתיקיית הקבצים. מנהל/ת המערכת צריך/ה לבדוק אותה.</translation>
    </message>
    <message>
        <source>The key that protects the files cannot be read. An administrator has to check the secret media.key.</source>
        <translation>אי אפשר לקרוא את המפתח שמגן על הקבצים. מנהל/ת המערכת צריך/ה לבדוק את הסוד media.key.</translation>
    </message>
    <message>
        <source>This file is not here. It may still be on its way, or the channel no longer has it.</source>
        <translation>הקובץ לא נמצא כאן. ייתכן שהוא עדיין בדרך, או שכבר אינו זמין בערוץ.</translation>
    </message>
    <message>
        <source>The clinic&apos;s place on the map is not known. An administrator can enter it.</source>
        <translation>מיקום המרפאה על המפה לא מוגדר. מנהל/ת המערכת יכול/ה להגדיר אותו.</translation>
    </message>
    <message>
        <source>This message was sent already, so it is not sent again.</source>
        <translation>ההודעה כבר נשלחה ולכן לא תישלח שוב.</translation>
    </message>
    <message>
        <source>This time is being kept for somebody else right now. Choose another one.</source>
        <translation>השעה הזאת שמורה כרגע למישהו אחר. צריך לבחור שעה אחרת.</translation>
    </message>
    <message>
        <source>A place on the waiting list needs a name, a treatment, and days and hours that fit together.</source>
        <translation>כדי להירשם לרשימת ההמתנה צריך שם, טיפול, וימים ושעות שמסתדרים זה עם זה.</translation>
    </message>
    <message>
        <source>A name is needed, in Hebrew or in English.</source>
        <translation>צריך שם, בעברית או באנגלית.</translation>
    </message>
    <message>
        <source>The hours cannot be right. Each span ends after it begins, and two spans of a day do not overlap.</source>
        <translation>השעות לא תקינות. כל משמרת מסתיימת אחרי שהיא מתחילה, ושתי משמרות באותו יום לא חופפות.</translation>
    </message>
    <message>
        <source>This takes between 1 minute and 12 hours.</source>
        <translation>משך הזמן צריך להיות בין דקה אחת ל־12 שעות.</translation>
    </message>
    <message>
        <source>This amount cannot be right. Check the digits.</source>
        <translation>הסכום לא תקין. כדאי לבדוק את הספרות.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Check the spelling.</source>
        <translation>זו לא כתובת דוא״ל תקינה. כדאי לבדוק את האיות.</translation>
    </message>
    <message>
        <source>This day cannot be right. Check the date.</source>
        <translation>התאריך לא תקין. כדאי לבדוק אותו.</translation>
    </message>
    <message>
        <source>A text is missing here, or it is too long.</source>
        <translation>חסר כאן טקסט, או שהוא ארוך מדי.</translation>
    </message>
    <message>
        <source>One of the choices does not exist any more. Open the form again.</source>
        <translation>אחת הבחירות כבר לא קיימת. צריך לפתוח את הטופס מחדש.</translation>
    </message>
    <message>
        <source>There are visits in this time. Move or cancel them first, or choose to keep them.</source>
        <translation>בזמן הזה נקבעו תורים. קודם צריך להעביר או לבטל אותם, או לבחור להשאיר אותם.</translation>
    </message>
    <message>
        <source>These two cards cannot be joined.</source>
        <translation>אי אפשר לאחד את שני הכרטיסים האלה.</translation>
    </message>
    <message>
        <source>These cards are apart already, or were joined with others since.</source>
        <translation>הכרטיסים האלה כבר הופרדו, או שאוחדו מאז עם כרטיס אחר.</translation>
    </message>
    <message>
        <source>This is more than is still to be paid.</source>
        <translation>הסכום גבוה ממה שנותר לשלם.</translation>
    </message>
    <message>
        <source>This invoice is cancelled or was paid in part, so it cannot be changed.</source>
        <translation>החשבונית מבוטלת או ששולמה בחלקה, ולכן אי אפשר לשנות אותה.</translation>
    </message>
    <message>
        <source>This file cannot be read. Save it again as CSV UTF-8, with the names of the columns in the first row.</source>
        <translation>אי אפשר לקרוא את הקובץ. צריך לשמור אותו מחדש בתור CSV UTF-8, עם שמות העמודות בשורה הראשונה.</translation>
    </message>
    <message>
        <source>This time zone is not known.</source>
        <translation>אזור הזמן הזה לא מוכר.</translation>
    </message>
    <message>
        <source>This time has just been taken. Choose another one.</source>
        <translation>השעה הזאת נתפסה הרגע. צריך לבחור שעה אחרת.</translation>
    </message>
    <message>
        <source>The patient has another visit at this time. Choose another one.</source>
        <translation>למטופל/ת כבר יש תור בשעה הזאת. צריך לבחור שעה אחרת.</translation>
    </message>
    <message>
        <source>This time has passed already. Choose a later one.</source>
        <translation>השעה הזאת כבר עברה. צריך לבחור שעה מאוחרת יותר.</translation>
    </message>
    <message>
        <source>The clinic or the doctor does not work at this time. Choose another one.</source>
        <translation>המרפאה או הרופא/ה לא עובדים בשעה הזאת. צריך לבחור שעה אחרת.</translation>
    </message>
    <message>
        <source>This doctor does not give this treatment. Choose another doctor.</source>
        <translation>הרופא/ה לא מבצע/ת את הטיפול הזה. צריך לבחור רופא/ה אחר/ת.</translation>
    </message>
    <message>
        <source>This visit is cancelled. Book a new one.</source>
        <translation>התור הזה בוטל. צריך לקבוע תור חדש.</translation>
    </message>
    <message>
        <source>A new patient needs a name.</source>
        <translation>למטופל/ת חדש/ה צריך להזין שם.</translation>
    </message>
    <message>
        <source>This is no telephone number. Check the digits.</source>
        <translation>זה לא מספר טלפון תקין. כדאי לבדוק את הספרות.</translation>
    </message>
    <message>
        <source>Delpek is already running with this database. Use the window that is open, or close it first.</source>
        <translation>דלפק כבר פועלת עם מסד הנתונים הזה. אפשר לעבור לחלון הפתוח, או לסגור אותו קודם.</translation>
    </message>
    <message>
        <source>This database was made by a newer Delpek. Install the newer version; nothing was changed.</source>
        <translation>מסד הנתונים נוצר בגרסה חדשה יותר של דלפק. צריך להתקין את הגרסה החדשה; שום דבר לא השתנה.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain does not answer, so the connections&apos; keys cannot be read. An administrator can choose another place for them.</source>
        <translation>מחזיק המפתחות של המערכת לא מגיב ולכן אי אפשר לקרוא את מפתחות החיבורים. מנהל/ת המערכת יכול/ה לבחור להם מקום אחר.</translation>
    </message>
    <message>
        <source>Nothing can be sent here right now. Your draft is kept.</source>
        <translation>אי אפשר לשלוח כאן כרגע. הטיוטה נשמרה.</translation>
    </message>
    <message>
        <source>This picture cannot be shown here. Save it and open it with another program.</source>
        <translation>אי אפשר להציג את התמונה כאן. אפשר לשמור אותה ולפתוח בתוכנה אחרת.</translation>
    </message>
    <message>
        <source>The file could not be saved there. Choose another folder.</source>
        <translation>לא ניתן היה לשמור שם את הקובץ. יש לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>The other side&apos;s address was not found. Check the internet connection.</source>
        <translation>הכתובת של הצד השני לא נמצאה. יש לבדוק את החיבור לאינטרנט.</translation>
    </message>
    <message>
        <source>The other side does not take connections. Try again later.</source>
        <translation>הצד השני לא מקבל חיבורים. כדאי לנסות שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>The other side&apos;s certificate is not trusted, so nothing was sent to it. An administrator has to look at it.</source>
        <translation>אישור האבטחה של הצד השני לא מהימן, ולכן לא נשלח אליו דבר. יש לפנות למנהל/ת המערכת.</translation>
    </message>
    <message>
        <source>There is no connection to the other side. Check the internet connection.</source>
        <translation>אין חיבור לצד השני. יש לבדוק את החיבור לאינטרנט.</translation>
    </message>
    <message>
        <source>Too late to undo: the message is on its way already.</source>
        <translation>מאוחר מדי לביטול: ההודעה כבר בדרך.</translation>
    </message>
    <message>
        <source>A folder cannot be sent. Choose the files in it.</source>
        <translation>אי אפשר לשלוח תיקייה. יש לבחור את הקבצים שבתוכה.</translation>
    </message>
    <message>
        <source>This file cannot be read. Check that it is still there and may be opened.</source>
        <translation>אי אפשר לקרוא את הקובץ. כדאי לבדוק שהוא עדיין במקומו ושמותר לפתוח אותו.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link and open it yourself.</source>
        <translation>הדפדפן לא נפתח. אפשר להעתיק את הקישור ולפתוח אותו ידנית.</translation>
    </message>
    <message>
        <source>Write a short reason first.</source>
        <translation>צריך לכתוב סיבה קצרה קודם.</translation>
    </message>
    <message>
        <source>This is not a lower urgency than now.</source>
        <translation>זו לא דחיפות נמוכה מהנוכחית.</translation>
    </message>
    <message>
        <source>This question has been closed meanwhile. Open it again to go on.</source>
        <translation>הפנייה נסגרה בינתיים. כדי להמשיך צריך לפתוח אותה מחדש.</translation>
    </message>
    <message>
        <source>Another question of this patient is open already.</source>
        <translation>כבר יש פנייה פתוחה של אותו מטופל.</translation>
    </message>
    <message>
        <source>Nothing in this conversation was passed to a person, so there is no brief to keep.</source>
        <translation>שום דבר בשיחה הזאת לא הועבר לאדם, ולכן אין תדריך לשמור.</translation>
    </message>
    <message>
        <source>There is no conversation waiting to be filed.</source>
        <translation>אין שיחה שמחכה לתיוק.</translation>
    </message>
    <message>
        <source>Given back to the agent</source>
        <translation>הוחזר לסוכן</translation>
    </message>
    <message>
        <source>The patient does not want medical answers in this chat, so nothing goes out here in a doctor&apos;s name. Call the patient.</source>
        <translation>המטופל/ת לא מעוניין/ת לקבל תשובה רפואית בהתכתבות, ולכן לא נשלחת כאן הודעה בשם רופא/ה. צריך להתקשר.</translation>
    </message>
    <message>
        <source>The patient has not agreed to medical answers in this chat, so nothing goes out here in a doctor&apos;s name. Call the patient; a yes on the phone can be noted on the card.</source>
        <translation>עוד אין הסכמה של המטופל/ת לקבל תשובה רפואית בהתכתבות, ולכן לא נשלחת כאן הודעה בשם רופא/ה. צריך להתקשר; הסכמה בטלפון אפשר לסמן בכרטיס.</translation>
    </message>
    <message>
        <source>A gap of a quick reply is still open. Fill it in, then send.</source>
        <translation>נשאר בתשובה המהירה מקום שלא הושלם. יש להשלים אותו ואז לשלוח.</translation>
    </message>
    <message>
        <source>Write a name and a text, in Hebrew or in English.</source>
        <translation>יש לכתוב שם וטקסט, בעברית או באנגלית.</translation>
    </message>
    <message>
        <source>Give the text a name in the same language.</source>
        <translation>יש לתת לטקסט שם באותה שפה.</translation>
    </message>
    <message>
        <source>Write the text that belongs to the name.</source>
        <translation>יש לכתוב את הטקסט של השם הזה.</translation>
    </message>
    <message>
        <source>This is too long: make it shorter.</source>
        <translation>זה ארוך מדי: יש לקצר.</translation>
    </message>
    <message>
        <source>Somebody has changed this quick reply meanwhile. Discard to see it as it is.</source>
        <translation>מישהו שינה בינתיים את התשובה הזאת. ביטול השינויים יראה אותה כפי שהיא עכשיו.</translation>
    </message>
    <message>
        <source>Somebody has deleted this quick reply.</source>
        <translation>התשובה הזאת נמחקה בעמדה אחרת.</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>יש לכתוב קודם את ההערה.</translation>
    </message>
    <message>
        <source>This note is too long: make two of it.</source>
        <translation>ההערה ארוכה מדי: אפשר לחלק אותה לשתיים.</translation>
    </message>
    <message>
        <source>Only who wrote a note can delete it.</source>
        <translation>רק מי שכתב/ה את ההערה יכול/ה למחוק אותה.</translation>
    </message>
    <message>
        <source>A { or } stands alone, or what stands between is empty, too long or over two lines. Between braces stand one to 40 characters.</source>
        <translation>יש סוגר מסולסל בלי בן זוג, או שמה שבין הסוגריים ריק, ארוך מדי או על פני שתי שורות. בין סוגריים מסולסלים יש לכתוב תו אחד עד 40 תווים.</translation>
    </message>
    <message>
        <source>A backup was being brought back here and that did not end. An administrator has to begin it again.</source>
        <translation>שחזור מגיבוי התחיל כאן ולא הסתיים. מנהל המערכת צריך להתחיל אותו מחדש.</translation>
    </message>
    <message>
        <source>The clinic&apos;s book is empty. An administrator has to enter the clinic, under Settings, Clinic.</source>
        <translation>היומן של המרפאה ריק. צריך להזין את פרטי המרפאה בהגדרות, תחת "המרפאה". זה בידי מי שמנהלים את המערכת.</translation>
    </message>
    <message>
        <source>The clinic&apos;s data is kept in Odoo, and changed there.</source>
        <translation>נתוני המרפאה נשמרים ב־Odoo, ושם משנים אותם.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Nothing was saved: close this, look at it as it is now, and change it again.</source>
        <translation>מישהו שינה את זה בינתיים, ולכן לא נשמר כלום. כדאי לסגור, לראות מה כתוב עכשיו ולשנות שוב.</translation>
    </message>
    <message>
        <source>The clinic has this already. Somebody may have added it meanwhile.</source>
        <translation>זה כבר קיים במרפאה. אולי מישהו הוסיף בינתיים.</translation>
    </message>
    <message>
        <source>This is no place on the earth. A latitude lies between -90 and 90, a longitude between -180 and 180.</source>
        <translation>אין מקום כזה. קו רוחב הוא בין ⁦-90⁩ ל־90, וקו אורך בין ⁦-180⁩ ל־180.</translation>
    </message>
</context>
<context>
    <name>AgentNames</name>
    <message>
        <source>Alex</source>
        <translation>אלכס</translation>
    </message>
    <message>
        <source>Dana</source>
        <translation>דנה</translation>
    </message>
    <message>
        <source>Michal</source>
        <translation>מיכל</translation>
    </message>
    <message>
        <source>Yosef</source>
        <translation>יוסף</translation>
    </message>
    <message>
        <source>Sarah</source>
        <translation>שרה</translation>
    </message>
</context>
<context>
    <name>IntentWords</name>
    <message>
        <source>Wants an appointment</source>
        <translation>רוצה לקבוע תור</translation>
    </message>
    <message>
        <source>Wants to move an appointment</source>
        <translation>רוצה להזיז תור</translation>
    </message>
    <message>
        <source>Wants to cancel an appointment</source>
        <translation>רוצה לבטל תור</translation>
    </message>
    <message>
        <source>Confirms an appointment</source>
        <translation>אישור הגעה</translation>
    </message>
    <message>
        <source>Asks about their appointments</source>
        <translation>שאלה על תורים קיימים</translation>
    </message>
    <message>
        <source>Asks about an invoice or a balance</source>
        <translation>שאלה על חשבונית או יתרה</translation>
    </message>
    <message>
        <source>Wants to pay</source>
        <translation>רוצה לשלם</translation>
    </message>
    <message>
        <source>Asks for a price</source>
        <translation>שאלה על מחיר</translation>
    </message>
    <message>
        <source>Asks about insurance</source>
        <translation>שאלה על ביטוח או קופה</translation>
    </message>
    <message>
        <source>Asks about opening hours</source>
        <translation>שאלה על שעות פתיחה</translation>
    </message>
    <message>
        <source>Asks for the address</source>
        <translation>שאלה על הכתובת</translation>
    </message>
    <message>
        <source>Asks about a treatment or service</source>
        <translation>שאלה על טיפול או שירות</translation>
    </message>
    <message>
        <source>Reports a symptom</source>
        <translation>דיווח על תסמין</translation>
    </message>
    <message>
        <source>A medical question</source>
        <translation>שאלה רפואית</translation>
    </message>
    <message>
        <source>Asks for a prescription</source>
        <translation>בקשת מרשם</translation>
    </message>
    <message>
        <source>Asks for documents</source>
        <translation>בקשת מסמכים</translation>
    </message>
    <message>
        <source>Asks for a person</source>
        <translation>בקשה לדבר עם אדם</translation>
    </message>
    <message>
        <source>Asks for the doctor</source>
        <translation>בקשה לדבר עם הרופא/ה</translation>
    </message>
    <message>
        <source>A complaint</source>
        <translation>תלונה</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>משוב</translation>
    </message>
    <message>
        <source>Wants no more messages</source>
        <translation>בקשה להפסיק הודעות</translation>
    </message>
    <message>
        <source>About personal data</source>
        <translation>בקשה בנוגע למידע אישי</translation>
    </message>
    <message>
        <source>Says yes</source>
        <translation>תשובה חיובית</translation>
    </message>
    <message>
        <source>Says no</source>
        <translation>תשובה שלילית</translation>
    </message>
    <message>
        <source>A greeting</source>
        <translation>ברכת שלום</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>תודה</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>פרידה</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>נושא אחר</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Asked to speak to a person</source>
        <translation>התבקשה שיחה עם נציג/ה</translation>
    </message>
    <message>
        <source>Asked for the doctor</source>
        <translation>התבקשה שיחה עם הרופא/ה</translation>
    </message>
    <message>
        <source>A question for the doctor</source>
        <translation>שאלה לרופא/ה</translation>
    </message>
    <message>
        <source>A complaint</source>
        <translation>תלונה</translation>
    </message>
    <message>
        <source>Asked not to receive messages any more</source>
        <translation>ביקש/ה לא לקבל עוד הודעות</translation>
    </message>
    <message>
        <source>A request about personal data</source>
        <translation>בקשה בנוגע למידע אישי</translation>
    </message>
    <message>
        <source>Asked for documents from the file</source>
        <translation>התבקשו מסמכים מהתיק</translation>
    </message>
    <message>
        <source>Wants to pay</source>
        <translation>מעוניין/ת לשלם</translation>
    </message>
    <message>
        <source>Handed in a form</source>
        <translation>התקבל טופס מלא</translation>
    </message>
    <message>
        <source>Sent a picture, voice message or file that the agent does not read</source>
        <translation>התקבלו תמונה, הודעה קולית או קובץ שהסוכן לא קורא</translation>
    </message>
    <message>
        <source>Wrote while nobody could answer; it is long ago now</source>
        <translation>כתב/ה כשלא היה אפשר לענות, ומאז עבר זמן רב</translation>
    </message>
    <message>
        <source>It is not certain who writes</source>
        <translation>לא ברור מי כותב/ת</translation>
    </message>
    <message>
        <source>The details given match no patient in the records</source>
        <translation>הפרטים שנמסרו לא תואמים אף מטופל/ת ברשומות</translation>
    </message>
    <message>
        <source>The agent could not reach the clinic&apos;s records</source>
        <translation>לסוכן לא הייתה גישה לרשומות המרפאה</translation>
    </message>
    <message>
        <source>Check the book: a change may have been made without the patient being told</source>
        <translation>כדאי לבדוק ביומן: ייתכן שנעשה שינוי שלא נמסר למטופל/ת</translation>
    </message>
    <message>
        <source>The agent did not understand</source>
        <translation>הסוכן לא הבין את הפנייה</translation>
    </message>
    <message>
        <source>The agent could not go on</source>
        <translation>הסוכן לא הצליח להמשיך</translation>
    </message>
    <message>
        <source>The agent took too long</source>
        <translation>הסוכן לא סיים בזמן</translation>
    </message>
    <message>
        <source>The agent could not finish in the steps allowed</source>
        <translation>הסוכן לא סיים במספר הצעדים המותר</translation>
    </message>
    <message>
        <source>The agent&apos;s answer was held back by a safety rule</source>
        <translation>תשובת הסוכן נעצרה על ידי כלל בטיחות</translation>
    </message>
    <message>
        <source>Signs of a medical emergency</source>
        <translation>סימנים למצב חירום רפואי</translation>
    </message>
    <message>
        <source>Speaks of harming themselves</source>
        <translation>אמירות על פגיעה עצמית</translation>
    </message>
    <message>
        <source>A tooth was knocked out</source>
        <translation>שן נעקרה ממקומה</translation>
    </message>
    <message>
        <source>Signs that a doctor has to look at</source>
        <translation>סימנים שהרופא/ה צריך/ה לבדוק</translation>
    </message>
    <message>
        <source>A message was not sent</source>
        <translation>הודעה לא נשלחה</translation>
    </message>
    <message>
        <source>It is not known whether a message arrived: look and decide</source>
        <translation>לא ידוע אם הודעה הגיעה: צריך לבדוק ולהחליט</translation>
    </message>
    <message>
        <source>the channel is not connected</source>
        <translation>הערוץ לא מחובר</translation>
    </message>
    <message>
        <source>WhatsApp (WAHA) is switched off</source>
        <translation>החיבור לוואטסאפ (WAHA) כבוי</translation>
    </message>
    <message>
        <source>WhatsApp (WAHA) is just starting</source>
        <translation>החיבור לוואטסאפ (WAHA) מופעל כעת</translation>
    </message>
    <message>
        <source>the clinic&apos;s phone is not linked to WhatsApp (WAHA); its code has to be scanned</source>
        <translation>הטלפון של המרפאה לא מקושר לוואטסאפ (WAHA); צריך לסרוק את הקוד</translation>
    </message>
    <message>
        <source>linking the clinic&apos;s phone to WhatsApp (WAHA) has to be finished</source>
        <translation>צריך להשלים את קישור הטלפון של המרפאה לוואטסאפ (WAHA)</translation>
    </message>
    <message>
        <source>WhatsApp (WAHA) has failed; an administrator has to restart it</source>
        <translation>החיבור לוואטסאפ (WAHA) נפל; מנהל/ת המערכת צריך/ה להפעיל אותו מחדש</translation>
    </message>
    <message>
        <source>WAHA has no session of that name; an administrator has to check the settings</source>
        <translation>השם שבהגדרות לא קיים ב־WAHA; מנהל/ת המערכת צריך/ה לבדוק אותו</translation>
    </message>
    <message>
        <source>WAHA does not answer; an administrator has to check that it runs</source>
        <translation>WAHA לא מגיבה; מנהל/ת המערכת צריך/ה לבדוק שהיא פועלת</translation>
    </message>
    <message>
        <source>WAHA refused Delpek&apos;s key; an administrator has to enter the right one</source>
        <translation>WAHA דחתה את המפתח של דלפק; מנהל/ת המערכת צריך/ה להזין את המפתח הנכון</translation>
    </message>
    <message>
        <source>Telegram delivers the bot&apos;s messages to another address</source>
        <translation>טלגרם מעבירה את הודעות הבוט לכתובת אחרת</translation>
    </message>
    <message>
        <source>another program receives this Telegram bot&apos;s messages</source>
        <translation>תוכנה אחרת מקבלת את ההודעות של הבוט הזה בטלגרם</translation>
    </message>
    <message>
        <source>Telegram refused the bot&apos;s key; an administrator has to enter the right one</source>
        <translation>טלגרם דחתה את המפתח של הבוט; מנהל/ת המערכת צריך/ה להזין את המפתח הנכון</translation>
    </message>
    <message>
        <source>Telegram does not answer</source>
        <translation>אין תשובה מטלגרם</translation>
    </message>
    <message>
        <source>Meta has closed the clinic&apos;s WhatsApp account; an administrator has to look at it</source>
        <translation>Meta סגרה את חשבון הוואטסאפ של המרפאה; מנהל/ת המערכת צריך/ה לבדוק זאת</translation>
    </message>
    <message>
        <source>WhatsApp has not approved the clinic&apos;s display name; an administrator has to look at it</source>
        <translation>וואטסאפ לא אישר את השם המוצג של המרפאה; מנהל/ת המערכת צריך/ה לבדוק זאת</translation>
    </message>
    <message>
        <source>the clinic&apos;s number is not registered with WhatsApp; an administrator has to register it</source>
        <translation>מספר המרפאה לא רשום בוואטסאפ; מנהל/ת המערכת צריך/ה לרשום אותו</translation>
    </message>
    <message>
        <source>WhatsApp limits the clinic&apos;s number because too many people blocked or reported it</source>
        <translation>וואטסאפ הגביל את מספר המרפאה כי יותר מדי אנשים חסמו אותו או דיווחו עליו</translation>
    </message>
    <message>
        <source>WhatsApp does not let the clinic write to this country</source>
        <translation>וואטסאפ לא מאפשר למרפאה לכתוב למדינה הזאת</translation>
    </message>
    <message>
        <source>it is the clinic&apos;s own number</source>
        <translation>זה המספר של המרפאה עצמה</translation>
    </message>
    <message>
        <source>WhatsApp hides the patient&apos;s number, and this message needs it</source>
        <translation>וואטסאפ מסתיר את המספר של המטופל/ת, והוא נחוץ להודעה הזאת</translation>
    </message>
    <message>
        <source>WhatsApp refused the file</source>
        <translation>וואטסאפ דחה את הקובץ</translation>
    </message>
    <message>
        <source>this kind of file cannot be sent here</source>
        <translation>אי אפשר לשלוח כאן קובץ מהסוג הזה</translation>
    </message>
    <message>
        <source>the file is too large for this channel</source>
        <translation>הקובץ גדול מדי לערוץ הזה</translation>
    </message>
    <message>
        <source>sound and stickers go without words here</source>
        <translation>להקלטות ולמדבקות אי אפשר לצרף כאן טקסט</translation>
    </message>
    <message>
        <source>the template&apos;s fields are not right</source>
        <translation>השדות של התבנית לא תקינים</translation>
    </message>
    <message>
        <source>WhatsApp has no such template, or has not approved it yet</source>
        <translation>בוואטסאפ אין תבנית כזאת, או שהיא עוד לא אושרה</translation>
    </message>
    <message>
        <source>WhatsApp has paused its template</source>
        <translation>וואטסאפ השהה את התבנית שלה</translation>
    </message>
    <message>
        <source>WhatsApp has disabled its template</source>
        <translation>וואטסאפ ביטל את התבנית שלה</translation>
    </message>
    <message>
        <source>the patient cannot be reached on this channel</source>
        <translation>אי אפשר להגיע למטופל/ת בערוץ הזה</translation>
    </message>
    <message>
        <source>the patient has blocked the clinic</source>
        <translation>המרפאה נחסמה על ידי המטופל/ת</translation>
    </message>
    <message>
        <source>its file could not be sent; the words went out without it</source>
        <translation>לא היה אפשר לשלוח את הקובץ; הטקסט נשלח בלעדיו</translation>
    </message>
    <message>
        <source>no files can be sent on this channel</source>
        <translation>אי אפשר לשלוח קבצים בערוץ הזה</translation>
    </message>
    <message>
        <source>the clinic has blocked this number</source>
        <translation>המרפאה חסמה את המספר הזה</translation>
    </message>
    <message>
        <source>the patient asked not to receive messages</source>
        <translation>המטופל/ת ביקש/ה לא לקבל הודעות</translation>
    </message>
    <message>
        <source>more than 24 hours have passed since the patient last wrote</source>
        <translation>עברו יותר מ‑24 שעות מאז ההודעה האחרונה של המטופל/ת</translation>
    </message>
    <message>
        <source>the patient has not written to the clinic&apos;s Telegram account for 24 hours</source>
        <translation>עברו יותר מ־24 שעות מאז שהמטופל/ת כתב/ה לחשבון הטלגרם של המרפאה</translation>
    </message>
    <message>
        <source>the bot is no longer connected to the clinic&apos;s Telegram account; an administrator has to connect it again</source>
        <translation>הבוט כבר לא מחובר לחשבון הטלגרם של המרפאה; מנהל/ת המערכת צריך/ה לחבר אותו מחדש</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>היא ארוכה מדי</translation>
    </message>
    <message>
        <source>the channel refused it</source>
        <translation>הערוץ סירב לקבל אותה</translation>
    </message>
    <message>
        <source>WhatsApp held it back</source>
        <translation>וואטסאפ עיכב אותה</translation>
    </message>
    <message>
        <source>WhatsApp refused its template</source>
        <translation>וואטסאפ דחה את התבנית שלה</translation>
    </message>
    <message>
        <source>too many went out at once</source>
        <translation>נשלחו יותר מדי הודעות בבת אחת</translation>
    </message>
    <message>
        <source>the channel did not answer for too long</source>
        <translation>הערוץ לא הגיב זמן רב מדי</translation>
    </message>
    <message>
        <source>the channel&apos;s key was refused; an administrator has to renew it</source>
        <translation>מפתח החיבור לערוץ נדחה; מנהל/ת המערכת צריך/ה לחדש אותו</translation>
    </message>
    <message>
        <source>the channel&apos;s key is missing; an administrator has to enter it</source>
        <translation>מפתח החיבור לערוץ חסר; מנהל/ת המערכת צריך/ה להזין אותו</translation>
    </message>
    <message>
        <source>the channel&apos;s account lacks a permission; an administrator has to grant it</source>
        <translation>לחשבון הערוץ חסרה הרשאה; מנהל/ת המערכת צריך/ה להעניק אותה</translation>
    </message>
    <message>
        <source>the channel is not set up rightly; an administrator has to check it</source>
        <translation>הערוץ לא מוגדר כראוי; מנהל/ת המערכת צריך/ה לבדוק אותו</translation>
    </message>
    <message>
        <source>WhatsApp lacks a valid means of payment; an administrator has to add one</source>
        <translation>לחשבון הוואטסאפ אין אמצעי תשלום תקף; מנהל/ת המערכת צריך/ה להוסיף אחד</translation>
    </message>
    <message>
        <source>the WhatsApp number is a test number and writes to listed numbers only</source>
        <translation>מספר הוואטסאפ הוא מספר ניסיון ושולח רק למספרים שברשימה</translation>
    </message>
    <message>
        <source>WhatsApp has restricted the clinic&apos;s account</source>
        <translation>וואטסאפ הגביל את חשבון המרפאה</translation>
    </message>
    <message>
        <source>Trouble breathing</source>
        <translation>קושי בנשימה</translation>
    </message>
    <message>
        <source>Changed breathing with swelling or signs of an allergy</source>
        <translation>נשימה שונה מהרגיל, עם נפיחות או סימני אלרגיה</translation>
    </message>
    <message>
        <source>Swallowed a crown or another object</source>
        <translation>בליעה של כתר או חפץ אחר</translation>
    </message>
    <message>
        <source>Trouble swallowing</source>
        <translation>קושי בבליעה</translation>
    </message>
    <message>
        <source>A changed voice with swelling or a jaw that hardly opens</source>
        <translation>שינוי בקול עם נפיחות או לסת שכמעט לא נפתחת</translation>
    </message>
    <message>
        <source>Swelling that spreads, or near the eye, neck or throat</source>
        <translation>נפיחות שמתפשטת, או באזור העין, הצוואר או הגרון</translation>
    </message>
    <message>
        <source>Swelling with fever</source>
        <translation>נפיחות עם חום</translation>
    </message>
    <message>
        <source>Bleeding that does not stop</source>
        <translation>דימום שלא נעצר</translation>
    </message>
    <message>
        <source>Bleeding while on blood thinners</source>
        <translation>דימום בזמן נטילת מדללי דם</translation>
    </message>
    <message>
        <source>Signs of an allergic reaction</source>
        <translation>סימנים לתגובה אלרגית</translation>
    </message>
    <message>
        <source>A blow to the head</source>
        <translation>חבלה בראש</translation>
    </message>
    <message>
        <source>A jaw injury</source>
        <translation>פגיעה בלסת</translation>
    </message>
    <message>
        <source>Something was breathed in</source>
        <translation>חפץ נשאף לדרכי הנשימה</translation>
    </message>
    <message>
        <source>Chest pain or a sign of the heart</source>
        <translation>כאבים בחזה או סימן לבבי</translation>
    </message>
    <message>
        <source>A burn or poisoning</source>
        <translation>כווייה או הרעלה</translation>
    </message>
    <message>
        <source>Feels unwell after sedation</source>
        <translation>הרגשה רעה אחרי טשטוש</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>כאב</translation>
    </message>
    <message>
        <source>Severe pain</source>
        <translation>כאב חזק</translation>
    </message>
    <message>
        <source>Swelling</source>
        <translation>נפיחות</translation>
    </message>
    <message>
        <source>A broken tooth</source>
        <translation>שן שבורה</translation>
    </message>
    <message>
        <source>A filling or crown came off, with pain</source>
        <translation>סתימה או כתר שנפלו, עם כאב</translation>
    </message>
    <message>
        <source>Trouble after a treatment</source>
        <translation>תופעות אחרי טיפול</translation>
    </message>
    <message>
        <source>A tooth took a blow</source>
        <translation>חבלה בשן</translation>
    </message>
    <message>
        <source>Fever</source>
        <translation>חום</translation>
    </message>
    <message>
        <source>Bleeding</source>
        <translation>דימום</translation>
    </message>
    <message>
        <source>A question about medicines</source>
        <translation>שאלה על תרופות</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>היריון</translation>
    </message>
    <message>
        <source>A medical condition that matters for treatment</source>
        <translation>מצב רפואי שחשוב לטיפול</translation>
    </message>
    <message>
        <source>A question about results</source>
        <translation>שאלה על תוצאות</translation>
    </message>
    <message>
        <source>Gums that bleed</source>
        <translation>חניכיים מדממות</translation>
    </message>
    <message>
        <source>A question about which treatment is right</source>
        <translation>שאלה איזה טיפול מתאים</translation>
    </message>
    <message>
        <source>Asks for a prescription</source>
        <translation>בקשה למרשם</translation>
    </message>
    <message>
        <source>Wants medicine or medical advice</source>
        <translation>מבקש תרופה או ייעוץ רפואי</translation>
    </message>
    <message>
        <source>Said yes to the question whether there is danger</source>
        <translation>ענה כן לשאלה אם יש סכנה</translation>
    </message>
    <message>
        <source>Did not answer the question whether there is danger</source>
        <translation>לא ענה לשאלה אם יש סכנה</translation>
    </message>
    <message>
        <source>The whole message reads like an emergency</source>
        <translation>ההודעה כולה נשמעת כמו מצב חירום</translation>
    </message>
    <message>
        <source>The whole message reads like a question for the doctor</source>
        <translation>ההודעה כולה נשמעת כמו שאלה לרופא</translation>
    </message>
    <message>
        <source>Saliva runs out of the mouth</source>
        <translation>רוק נוזל מהפה</translation>
    </message>
    <message>
        <source>Fever with shivering or confusion</source>
        <translation>חום עם צמרמורות או בלבול</translation>
    </message>
    <message>
        <source>Fever in an infant or with weak immunity</source>
        <translation>חום אצל תינוק או עם מערכת חיסון חלשה</translation>
    </message>
    <message>
        <source>The teeth no longer meet as before</source>
        <translation>השיניים כבר לא נסגרות כמו קודם</translation>
    </message>
    <message>
        <source>Signs of a stroke or a seizure</source>
        <translation>סימנים לאירוע מוחי או לפרכוס</translation>
    </message>
    <message>
        <source>A blow to the face or mouth</source>
        <translation>מכה בפנים או בפה</translation>
    </message>
    <message>
        <source>Takes blood thinners</source>
        <translation>נוטל מדללי דם</translation>
    </message>
    <message>
        <source>Takes medicine for the bones</source>
        <translation>נוטל תרופות לעצם</translation>
    </message>
    <message>
        <source>Pregnant or breastfeeding</source>
        <translation>בהיריון או מיניקה</translation>
    </message>
    <message>
        <source>Has an allergy</source>
        <translation>יש אלרגיה</translation>
    </message>
    <message>
        <source>It is about an infant</source>
        <translation>מדובר בתינוק או בפעוט</translation>
    </message>
    <message>
        <source>Weak immunity</source>
        <translation>מערכת חיסון חלשה</translation>
    </message>
    <message>
        <source>Asked whether there is danger, and no answer came: call the patient</source>
        <translation>נשאל אם יש סכנה ולא הגיעה תשובה: צריך להתקשר למטופל</translation>
    </message>
    <message>
        <source>A message was not sent: %1</source>
        <translation>הודעה לא נשלחה: %1</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>בהמתנה למענה אנושי</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>הקובץ ריק</translation>
    </message>
    <message>
        <source>Called by a colleague</source>
        <translation>הועבר על ידי איש צוות</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>Blood thinners</source>
        <translation>מדללי דם</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>היריון</translation>
    </message>
    <message>
        <source>Bisphosphonates</source>
        <translation>ביספוספונטים</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>סוכרת</translation>
    </message>
    <message>
        <source>Weakened immune system</source>
        <translation>מערכת חיסון מוחלשת</translation>
    </message>
    <message>
        <source>penicillin</source>
        <translation>פניצילין</translation>
    </message>
    <message>
        <source>latex</source>
        <translation>לטקס</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Emergency</source>
        <translation>חירום</translation>
    </message>
    <message>
        <source>Needs the doctor</source>
        <translation>דרוש/ה רופא/ה</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>דרוש מענה אנושי</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>וואטסאפ</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>טלגרם</translation>
    </message>
    <message>
        <source>web chat</source>
        <translation>צ׳אט באתר</translation>
    </message>
    <message>
        <source>Send to %1 on WhatsApp</source>
        <translation>שליחה אל %1 בוואטסאפ</translation>
    </message>
    <message>
        <source>Send to %1 on Telegram</source>
        <translation>שליחה אל %1 בטלגרם</translation>
    </message>
    <message>
        <source>Send to %1 in the web chat</source>
        <translation>שליחה אל %1 בצ׳אט באתר</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>הסוכן</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>אצלי</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>הרופא/ה</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>אף אחד</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>ממתינה לשליחה</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>בשליחה</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>נשלחה</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>נמסרה</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>נקראה</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>לא נשלחה</translation>
    </message>
    <message>
        <source>It is not known whether this arrived</source>
        <translation>לא ידוע אם ההודעה הגיעה</translation>
    </message>
    <message>
        <source>Held back: a person took over first</source>
        <translation>לא נשלחה: השיחה עברה לטיפול אנושי</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>מטופל/ת</translation>
    </message>
    <message>
        <source>%1 · agent</source>
        <translation>%1 · סוכן</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>הדלפק</translation>
    </message>
    <message>
        <source>%1 · front desk</source>
        <translation>%1 · הדלפק</translation>
    </message>
    <message>
        <source>%1 · doctor</source>
        <translation>%1 · רופא/ה</translation>
    </message>
    <message>
        <source>Delpek</source>
        <translation>דלפק</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>נענה</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>הועבר לטיפול אנושי</translation>
    </message>
    <message>
        <source>Handed to the doctor</source>
        <translation>הועבר לרופא/ה</translation>
    </message>
    <message>
        <source>Stayed silent</source>
        <translation>ללא תגובה</translation>
    </message>
    <message>
        <source>Dropped: the conversation moved on</source>
        <translation>בוטל: השיחה התקדמה</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>נכשל</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>הקשר</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>מיון דחיפות</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>זיכרון</translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation>הבנה</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>מנוע</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>כלי</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>היתר</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>בקרת ניסוח</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>תוצאה</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>סרטון</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>הודעה קולית</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>מסמך</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>מדבקה</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>מיקום</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>איש קשר</translation>
    </message>
    <message>
        <source>A kind of message that cannot be shown here</source>
        <translation>סוג הודעה שאי אפשר להציג כאן</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>אתמול</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 דק׳</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 שע׳</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 שע׳ %2 דק׳</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>יום</numerusform>
            <numerusform>%n ימים</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 מ״ש</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 שנ׳</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>שולח לא מזוהה</translation>
    </message>
    <message>
        <source>Agent answers</source>
        <translation>הסוכן עונה</translation>
    </message>
    <message>
        <source>Agent drafts</source>
        <translation>הסוכן מנסח</translation>
    </message>
    <message>
        <source>Agent off</source>
        <translation>הסוכן כבוי</translation>
    </message>
    <message>
        <source>Taken back before it was sent</source>
        <translation>בוטלה לפני שנשלחה</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>בשעה %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <translation>אתמול בשעה %1</translation>
    </message>
    <message>
        <source>on %1 at %2</source>
        <translation>ב־%1 בשעה %2</translation>
    </message>
    <message>
        <source>Drafted for a person</source>
        <translation>נוסחה טיוטה לצוות</translation>
    </message>
</context>
<context>
    <name>delpek::ui::AlertCards</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>הצגה</translation>
    </message>
    <message>
        <source>I am on it</source>
        <translation>בטיפולי</translation>
    </message>
</context>
<context>
    <name>delpek::ui::AttachmentActions</name>
    <message>
        <source>Save the file</source>
        <translation>שמירת הקובץ</translation>
    </message>
</context>
<context>
    <name>delpek::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>פקודות</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>מה לעשות?</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>חיפוש פקודה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::Composer</name>
    <message>
        <source>Message to %1</source>
        <translation>הודעה אל %1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>הודעה</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>כתיבה אל %1</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>שליחה</translation>
    </message>
    <message>
        <source>Send files</source>
        <translation>שליחת קבצים</translation>
    </message>
    <message>
        <source>Send files and pictures; they can be dropped or pasted here too</source>
        <translation>צירוף קבצים ותמונות; אפשר גם לגרור או להדביק לכאן</translation>
    </message>
    <message>
        <source>Send the location of the clinic</source>
        <translation>שליחת מיקום המרפאה</translation>
    </message>
    <message>
        <source>Send a template that WhatsApp has approved</source>
        <translation>שליחת תבנית שאושרה בוואטסאפ</translation>
    </message>
    <message>
        <source>Your draft is kept</source>
        <translation>הטיוטה שמורה</translation>
    </message>
    <message>
        <source>Sending in %1 s</source>
        <translation>נשלח בעוד %1 שנ׳</translation>
    </message>
    <message>
        <source>Sending to %1 in %2 s</source>
        <translation>נשלח אל %1 בעוד %2 שנ׳</translation>
    </message>
    <message>
        <source>WhatsApp&apos;s 24 hours for free text ended %1. A template reopens the conversation; as soon as the patient writes you can write freely again.</source>
        <translation>24 השעות לכתיבה חופשית בוואטסאפ הסתיימו %1. אפשר לפנות עכשיו רק בתבנית; ברגע שתגיע תשובה אפשר יהיה שוב לכתוב חופשי.</translation>
    </message>
    <message>
        <source>The patient has not written on WhatsApp yet, so only a template may be sent. As soon as the patient writes you can write freely.</source>
        <translation>עדיין לא התקבלה כאן הודעה בוואטסאפ, ולכן אפשר לשלוח רק תבנית. ברגע שתגיע תשובה אפשר יהיה לכתוב חופשי.</translation>
    </message>
    <message>
        <source>Free text on WhatsApp is possible for another %1, until %2</source>
        <translation>כתיבה חופשית בוואטסאפ אפשרית עוד %1, עד %2</translation>
    </message>
    <message>
        <source>Shift+Enter: new line</source>
        <translation>Shift+Enter: שורה חדשה</translation>
    </message>
    <message>
        <source>Stop the recording to send it</source>
        <translation>כדי לשלוח צריך לסיים את ההקלטה</translation>
    </message>
    <message>
        <source>Insert a quick reply; typing / first does it too</source>
        <translation>הוספת תשובה מהירה; אפשר גם להקליד / בהתחלה</translation>
    </message>
    <message>
        <source>Fill in what is marked: %1</source>
        <translation>יש להשלים את המסומן: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>כתיבת הערה פנימית</translation>
    </message>
    <message>
        <source>Send the text later; files go at once only</source>
        <translation>שליחת הטקסט במועד אחר; קבצים נשלחים מיד בלבד</translation>
    </message>
    <message>
        <source>Let the agent draft an answer</source>
        <translation>לבקש מהסוכן לנסח תשובה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::DecisionsTab</name>
    <message>
        <source>Decisions of the agent</source>
        <translation>ההחלטות של הסוכן</translation>
    </message>
    <message>
        <source>The agent has decided nothing here yet.</source>
        <translation>הסוכן עוד לא קיבל החלטות בשיחה הזאת.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::FoundBar</name>
    <message>
        <source>In this conversation: %1</source>
        <translation>בשיחה הזאת: %1</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>קודמת</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>הבאה</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>Stop marking what was searched</source>
        <translation>להפסיק לסמן את מילות החיפוש</translation>
    </message>
    <message>
        <source>There is no older one</source>
        <translation>אין הודעה מוקדמת יותר</translation>
    </message>
    <message>
        <source>There is no newer one</source>
        <translation>אין הודעה מאוחרת יותר</translation>
    </message>
    <message>
        <source>To the message found before this one</source>
        <translation>להודעה הקודמת שנמצאה</translation>
    </message>
    <message>
        <source>To the message found after this one</source>
        <translation>להודעה הבאה שנמצאה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::HolderBar</name>
    <message>
        <source>Doctor…</source>
        <translation>רופא/ה…</translation>
    </message>
    <message>
        <source>Call the doctor</source>
        <translation>קריאה לרופא/ה</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Held by: %1</source>
        <translation>בטיפול: %1</translation>
    </message>
    <message>
        <source>How the agent takes part</source>
        <translation>אופן הפעולה של הסוכן</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>לטיפולי</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>שחרור</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>החזרה לסוכן</translation>
    </message>
    <message>
        <source>put off: %1</source>
        <translation>נדחתה: %1</translation>
    </message>
    <message>
        <source>Hold this conversation yourself</source>
        <translation>העברת השיחה לטיפולי</translation>
    </message>
    <message>
        <source>The agent goes on from here</source>
        <translation>הסוכן ממשיך מכאן</translation>
    </message>
    <message>
        <source>Nobody holds it; it waits for whoever is free</source>
        <translation>השיחה לא תהיה בטיפול של אף אחד ותמתין למי שמתפנה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::InboxModel</name>
    <message>
        <source>Draft:</source>
        <translation>טיוטה:</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>ממתינה %1</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>בטיפול: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>הודעה אחת שלא נקראה</numerusform>
            <numerusform>%n הודעות שלא נקראו</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>טיוטה: %1</translation>
    </message>
    <message>
        <source>File, picture or place</source>
        <translation>קובץ, תמונה או מיקום</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>תזכורת</translation>
    </message>
    <message>
        <source>put off until %1</source>
        <translation>נדחתה: %1</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>תווית %1</translation>
    </message>
    <message>
        <source>Draft ready</source>
        <translation>יש טיוטה</translation>
    </message>
    <message>
        <source>the agent has drafted an answer</source>
        <translation>הסוכן ניסח תשובה</translation>
    </message>
    <message>
        <source>a message goes out %1</source>
        <translation>הודעה תישלח %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::InboxPane</name>
    <message>
        <source>Search messages, names, numbers</source>
        <translation>חיפוש בהודעות, שמות ומספרים</translation>
    </message>
    <message>
        <source>Search the inbox</source>
        <translation>חיפוש בתיבה</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>שיחות</translation>
    </message>
    <message>
        <source>All</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>דרוש מענה אנושי</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>שלי</translation>
    </message>
    <message>
        <source>Waiting for the doctor</source>
        <translation>ממתינות לרופא/ה</translation>
    </message>
    <message>
        <source>WhatsApp&apos;s 24 hours for a free answer end soon</source>
        <translation>24 השעות של וואטסאפ למענה חופשי עומדות להסתיים</translation>
    </message>
    <message>
        <source>No conversations here.</source>
        <translation>אין כאן שיחות.</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>סוכן</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>רופא</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>נסגרות</translation>
    </message>
    <message>
        <source>The agent holds the conversation</source>
        <translation>השיחות שבטיפול הסוכן</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>נדחו</translation>
    </message>
    <message>
        <source>More</source>
        <translation>עוד</translation>
    </message>
    <message>
        <source>What was put off, and labels</source>
        <translation>שיחות שנדחו ותוויות</translation>
    </message>
</context>
<context>
    <name>delpek::ui::MainWindow</name>
    <message>
        <source>Show the insights</source>
        <translation>מעבר לנתונים</translation>
    </message>
    <message>
        <source>Search: the older one in this conversation</source>
        <translation>חיפוש: להודעה הקודמת בשיחה הזאת</translation>
    </message>
    <message>
        <source>Search: the newer one in this conversation</source>
        <translation>חיפוש: להודעה הבאה בשיחה הזאת</translation>
    </message>
    <message>
        <source>Call the doctor</source>
        <translation>קריאה לרופא/ה</translation>
    </message>
    <message>
        <source>Show the day book</source>
        <translation>מעבר ליומן</translation>
    </message>
    <message>
        <source>Escalation: hand back to the agent</source>
        <translation>הסלמה: החזרה לסוכן</translation>
    </message>
    <message>
        <source>Escalation: close or open again</source>
        <translation>הסלמה: סגירה או פתיחה מחדש</translation>
    </message>
    <message>
        <source>Escalation: another urgency</source>
        <translation>הסלמה: דחיפות אחרת</translation>
    </message>
    <message>
        <source>Escalation: call the patient</source>
        <translation>הסלמה: התקשרות למטופל/ת</translation>
    </message>
    <message>
        <source>Escalation: I am on it</source>
        <translation>הסלמה: בטיפולי</translation>
    </message>
    <message>
        <source>Take over or hand back</source>
        <translation>לטיפולי או החזרה לסוכן</translation>
    </message>
    <message>
        <source>Release the conversation</source>
        <translation>שחרור השיחה</translation>
    </message>
    <message>
        <source>Next conversation that waits</source>
        <translation>לשיחה הבאה שממתינה</translation>
    </message>
    <message>
        <source>Take the last message back</source>
        <translation>ביטול שליחת ההודעה האחרונה</translation>
    </message>
    <message>
        <source>Search the inbox</source>
        <translation>חיפוש בתיבה</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>כתיבת הודעה</translation>
    </message>
    <message>
        <source>Show the list of conversations</source>
        <translation>לרשימת השיחות</translation>
    </message>
    <message>
        <source>Show the inbox</source>
        <translation>לתיבת השיחות</translation>
    </message>
    <message>
        <source>Show the escalations</source>
        <translation>להסלמות</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>להגדרות</translation>
    </message>
    <message>
        <source>Switch between Hebrew and English</source>
        <translation>מעבר בין עברית לאנגלית</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>מעבר בין בהיר לכהה</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>חיפוש פקודה</translation>
    </message>
    <message>
        <source>Delpek</source>
        <translation>דלפק</translation>
    </message>
    <message>
        <source>Record a voice message, or stop</source>
        <translation>הקלטת הודעה קולית, או סיום ההקלטה</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>חזרה לבדיקה</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>סגירה ומחיקה</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>נעילת הדלפק</translation>
    </message>
    <message>
        <source>Sign out and lose it</source>
        <translation>לצאת ולוותר</translation>
    </message>
    <message>
        <source>Insert a quick reply</source>
        <translation>הוספת תשובה מהירה</translation>
    </message>
    <message>
        <source>Add and change quick replies</source>
        <translation>הוספה ועריכה של תשובות מהירות</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>כתיבת הערה פנימית</translation>
    </message>
    <message>
        <source>Put off, label, mark as read</source>
        <translation>דחייה, תוויות וסימון כנקרא</translation>
    </message>
    <message>
        <source>Copy a link to what is shown</source>
        <translation>העתקת קישור למה שמוצג</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>פתיחת המדריך</translation>
    </message>
    <message>
        <source>Something here would be lost</source>
        <translation>יש כאן משהו שילך לאיבוד</translation>
    </message>
    <message>
        <source>A voice message or a file is kept only while Delpek runs. Closing loses it.</source>
        <translation>הודעה קולית או קובץ נשמרים רק כל עוד דלפק פועלת. הסגירה תמחק אותם.</translation>
    </message>
    <message>
        <source>A voice message or a file is kept only while you are signed in. Signing out loses it.</source>
        <translation>הודעה קולית או קובץ נשמרים רק עד היציאה. יציאה עכשיו תמחק אותם.</translation>
    </message>
    <message>
        <source>Shift: begin mine</source>
        <translation>משמרת: כניסה למשמרת</translation>
    </message>
    <message>
        <source>Shift: end mine</source>
        <translation>משמרת: סיום המשמרת שלי</translation>
    </message>
    <message>
        <source>Shift: hand-over sheets</source>
        <translation>משמרת: דפי חפיפה</translation>
    </message>
    <message>
        <source>Let the agent draft an answer</source>
        <translation>לבקש מהסוכן לנסח תשובה</translation>
    </message>
    <message>
        <source>Use the agent&apos;s draft</source>
        <translation>להשתמש בטיוטת הסוכן</translation>
    </message>
    <message>
        <source>Sign out, it goes on</source>
        <translation>יציאה, המשמרת נמשכת</translation>
    </message>
    <message>
        <source>Close, it goes on</source>
        <translation>סגירה, המשמרת נמשכת</translation>
    </message>
    <message>
        <source>What you changed in the settings under "%1" is not saved. Closing loses it.</source>
        <translation>השינויים בהגדרות תחת "%1" לא נשמרו. אם סוגרים עכשיו, הם יאבדו.</translation>
    </message>
    <message>
        <source>What you changed in the settings under "%1" is not saved. Signing out loses it.</source>
        <translation>השינויים בהגדרות תחת "%1" לא נשמרו. אם יוצאים עכשיו, הם יאבדו.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::PatientTab</name>
    <message>
        <source>Profile on %1</source>
        <translation>פרופיל ב%1</translation>
    </message>
    <message>
        <source>A profile name is no proof of who writes.</source>
        <translation>שם הפרופיל אינו מעיד על זהות הכותב/ת.</translation>
    </message>
    <message>
        <source>The records cannot be read: %1</source>
        <translation>אי אפשר לקרוא את הרשומות: %1</translation>
    </message>
    <message>
        <source>Nobody in the records has this phone.</source>
        <translation>אין ברשומות מטופל/ת עם הטלפון הזה.</translation>
    </message>
    <message>
        <source>In the records under this phone</source>
        <translation>ברשומות תחת הטלפון הזה</translation>
    </message>
    <message numerus="yes">
        <source>%n people in the records share this phone</source>
        <translation>
            <numerusform>אדם אחד ברשומות עם הטלפון הזה</numerusform>
            <numerusform>%n אנשים ברשומות חולקים את הטלפון הזה</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>מחיקה…</translation>
    </message>
    <message>
        <source>Erase what is kept of this patient</source>
        <translation>מחיקת מה ששמור על המטופל/ת</translation>
    </message>
    <message>
        <source>Plan, visits and invoices cannot be read: %1</source>
        <translation>אי אפשר לקרוא את התוכנית, הביקורים והחשבוניות: %1</translation>
    </message>
    <message>
        <source>Take cards apart</source>
        <translation>הפרדת כרטיסים</translation>
    </message>
    <message>
        <source>Take the card of %1 apart again? It gets back what it brought. What came since the cards were joined stays where it is.</source>
        <translation>לבטל את המיזוג עם הכרטיס של %1? יחזור אליו מה שהגיע ממנו. מה שנוסף מאז המיזוג יישאר במקומו.</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>הפרדה</translation>
    </message>
    <message>
        <source>End the code</source>
        <translation>ביטול הקוד</translation>
    </message>
    <message>
        <source>End the code for the parents of %1? It is good no more at once.</source>
        <translation>לבטל את הקוד להורים של %1? הוא יפסיק לפעול מיד.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>ביטול הקוד</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>שני אנשים שונים</translation>
    </message>
    <message>
        <source>Are the card of %1 and the suggested card of %2 of two people? Then no desk suggests any more that they are one.</source>
        <translation>הכרטיס של %1 והכרטיס המוצע של %2 שייכים לשני אנשים שונים? אם כן, שום עמדה לא תציע יותר שמדובר באותו אדם.</translation>
    </message>
    <message>
        <source>Nobody has said yet who writes.</source>
        <translation>עוד לא נקבע מי כותב.</translation>
    </message>
    <message>
        <source>In the records</source>
        <translation>ברשומות</translation>
    </message>
    <message numerus="yes">
        <source>%n people in the records</source>
        <translation>
            <numerusform>אדם אחד ברשומות</numerusform>
            <numerusform>%n אנשים ברשומות</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 said on %2 that this is who writes.</source>
        <translation>לפי %1 (%2), זה מי שכותב.</translation>
    </message>
    <message>
        <source>It is somebody else</source>
        <translation>זה מישהו אחר</translation>
    </message>
    <message>
        <source>It is somebody else than %1</source>
        <translation>זה מישהו אחר, לא %1</translation>
    </message>
    <message>
        <source>Find the card…</source>
        <translation>חיפוש הכרטיס…</translation>
    </message>
    <message>
        <source>Find the card of who writes</source>
        <translation>חיפוש הכרטיס של מי שכותב</translation>
    </message>
    <message>
        <source>New patient…</source>
        <translation>מטופל/ת חדש/ה…</translation>
    </message>
    <message>
        <source>Enter who writes as a new patient</source>
        <translation>רישום מי שכותב כמטופל/ת חדש/ה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ProblemBar</name>
    <message>
        <source>%1 You see what was known at %2.</source>
        <translation>%1 מוצג המידע שהיה ידוע בשעה %2.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>סגירה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::Rail</name>
    <message>
        <source>Insights</source>
        <translation>נתונים</translation>
    </message>
    <message>
        <source>Day book</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>תיבת שיחות</translation>
    </message>
    <message>
        <source>Escalations (%1)</source>
        <translation>הסלמות (%1)</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>הסלמות</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for someone</source>
        <translation>
            <numerusform>אחת ממתינה</numerusform>
            <numerusform>%n ממתינות</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>מחובר/ת: %1</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>נעילה</translation>
    </message>
    <message>
        <source>Change my PIN…</source>
        <translation>החלפת הקוד שלי…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>יציאה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SearchModel</name>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>מספר טלפון</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>הודעה קולית</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SearchResults</name>
    <message>
        <source>What was found</source>
        <translation>תוצאות החיפוש</translation>
    </message>
    <message>
        <source>Nothing was found for %1.
Try fewer words, the beginning of a word, or the last four digits of a phone number.</source>
        <translation>לא נמצא דבר עבור %1.
אפשר לנסות פחות מילים, תחילת מילה, או ארבע ספרות אחרונות של מספר טלפון.</translation>
    </message>
    <message numerus="yes">
        <source>Older messages are still being made searchable: about %n to go.</source>
        <translation>
            <numerusform>ההודעות הישנות עדיין נכנסות לחיפוש: נותרה בערך הודעה אחת.</numerusform>
            <numerusform>ההודעות הישנות עדיין נכנסות לחיפוש: נותרו בערך %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::SettingsPage</name>
    <message>
        <source>Call by s&amp;ound</source>
        <translation>&amp;צליל התראה</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>עו&amp;צמה</translation>
    </message>
    <message>
        <source>For all that waits</source>
        <translation>על כל מה שממתין</translation>
    </message>
    <message>
        <source>For emergencies only</source>
        <translation>רק על מצבי חירום</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>אף פעם</translation>
    </message>
    <message>
        <source>Hear an emergency</source>
        <translation>להשמיע: חירום</translation>
    </message>
    <message>
        <source>Hear a question for the doctor</source>
        <translation>להשמיע: שאלה לרופא/ה</translation>
    </message>
    <message>
        <source>Nothing can be heard on this computer: it has no sound output.</source>
        <translation>אי אפשר לשמוע דבר במחשב הזה: אין בו יציאת שמע.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;שפה</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;ערכת צבעים</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;גודל הטקסט</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>בהירה</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>כהה</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> נק׳</translation>
    </message>
    <message>
        <source>Quick replies of the clinic…</source>
        <translation>התשובות המהירות של המרפאה…</translation>
    </message>
    <message>
        <source>Start Delpek when I sign in to this computer</source>
        <translation>הפעלת דלפק עם הכניסה למחשב</translation>
    </message>
    <message>
        <source>The computer has an entry for it, but a different one: it was changed, or Delpek was moved. Tick to set it right.</source>
        <translation>במחשב יש רישום להפעלה, אבל רישום אחר: הוא שונה, או שדלפק הועבר למקום אחר. סימון התיבה יתקן אותו.</translation>
    </message>
    <message>
        <source>Mark words that the dictionaries of this computer do not know</source>
        <translation>לסמן מילים שלא מופיעות במילוני המחשב הזה</translation>
    </message>
    <message>
        <source>Open links that begin with %1 in Delpek</source>
        <translation>פתיחת קישורים שמתחילים ב־%1 בדלפק</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SidePane</name>
    <message>
        <source>Patient</source>
        <translation>מטופל/ת</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>החלטות</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>הערות</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>הערות (%1)</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ThreadPane</name>
    <message>
        <source>Choose a conversation from the list.</source>
        <translation>יש לבחור שיחה מהרשימה.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation>הודעות</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>הודעה חדשה אחת</numerusform>
            <numerusform>%n הודעות חדשות</numerusform>
        </translation>
    </message>
    <message>
        <source>To the latest</source>
        <translation>להודעה האחרונה</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>העתקה</translation>
    </message>
    <message>
        <source>Copy the note of %1</source>
        <translation>העתקת ההערה של %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ChipBar</name>
    <message>
        <source>Location of the clinic</source>
        <translation>מיקום המרפאה</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · being read …</source>
        <translation>%1 · בטעינה…</translation>
    </message>
    <message>
        <source>%1 cannot be sent. %2</source>
        <translation>אי אפשר לשלוח את %1. %2</translation>
    </message>
    <message>
        <source>Leave out: %1</source>
        <translation>הסרה: %1</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>הסרה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::LightBox</name>
    <message>
        <source>Picture</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>סגירה (Esc)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>שמירת התמונה</translation>
    </message>
    <message>
        <source>The picture before</source>
        <translation>התמונה הקודמת</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>התמונה הבאה</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>delpek::ui::TemplatePicker</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>for example: %1</source>
        <translation>לדוגמה: %1</translation>
    </message>
    <message>
        <source>Buttons below: %1</source>
        <translation>כפתורים מתחת: %1</translation>
    </message>
    <message>
        <source>Search the templates</source>
        <translation>חיפוש תבנית</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>עברית</translation>
    </message>
    <message>
        <source>English</source>
        <translation>אנגלית</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>תבניות</translation>
    </message>
    <message>
        <source>Choose a template. Its fields are filled with what the records know.</source>
        <translation>יש לבחור תבנית. השדות מתמלאים לפי מה שידוע ברשומות.</translation>
    </message>
    <message>
        <source>The patient will read:</source>
        <translation>כך ההודעה תיראה:</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>Appointment confirmation</source>
        <translation>אישור תור</translation>
    </message>
    <message>
        <source>Appointment reminder</source>
        <translation>תזכורת לתור</translation>
    </message>
    <message>
        <source>General message</source>
        <translation>הודעה כללית</translation>
    </message>
    <message>
        <source>Payment reminder</source>
        <translation>תזכורת תשלום</translation>
    </message>
    <message>
        <source>Patient&apos;s name</source>
        <translation>שם המטופל/ת</translation>
    </message>
    <message>
        <source>Clinic&apos;s name</source>
        <translation>שם המרפאה</translation>
    </message>
    <message>
        <source>Date of the visit</source>
        <translation>תאריך התור</translation>
    </message>
    <message>
        <source>Time of the visit</source>
        <translation>שעת התור</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>רופא</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>סכום</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>מספר חשבונית</translation>
    </message>
    <message>
        <source>What you want to say</source>
        <translation>תוכן ההודעה</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>מאושרת</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>ממתינה לאישור</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>לא אושרה</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>מושהית</translation>
    </message>
    <message>
        <source>Not handed in</source>
        <translation>לא הוגשה</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>חסומה</translation>
    </message>
    <message>
        <source>WhatsApp is still looking at this template; that takes up to a day. Choose another one, or call the patient.</source>
        <translation>וואטסאפ עדיין בודקת את התבנית; זה לוקח עד יום. אפשר לבחור תבנית אחרת או להתקשר.</translation>
    </message>
    <message>
        <source>WhatsApp has paused this template because patients did not like it. Choose another one, or call the patient.</source>
        <translation>וואטסאפ השהתה את התבנית כי נמענים לא היו מרוצים ממנה. אפשר לבחור תבנית אחרת או להתקשר.</translation>
    </message>
    <message>
        <source>This template has not been handed in to WhatsApp yet, or WhatsApp has not answered. An administrator can hand it in. Choose another one, or call the patient.</source>
        <translation>התבנית עוד לא הוגשה לוואטסאפ, או שעדיין לא התקבלה תשובה. מנהל המערכת יכול להגיש אותה. אפשר לבחור תבנית אחרת או להתקשר.</translation>
    </message>
    <message>
        <source>WhatsApp does not allow this template. An administrator has to change it. Choose another one, or call the patient.</source>
        <translation>וואטסאפ לא מאשרת את התבנית. מנהל המערכת צריך לשנות אותה. אפשר לבחור תבנית אחרת או להתקשר.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::AnswerBox</name>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (בשמי)</translation>
    </message>
    <message>
        <source>Closed. To answer here, open it again.</source>
        <translation>ההסלמה סגורה. כדי לענות כאן צריך לפתוח אותה מחדש.</translation>
    </message>
    <message>
        <source>This was closed %1 by %2. What you wrote is kept; to send it, open it again.</source>
        <translation>ההסלמה נסגרה %1 על ידי %2. מה שכתבת נשמר; כדי לשלוח צריך לפתוח אותה מחדש.</translation>
    </message>
    <message>
        <source>%1 In the inbox a template can be chosen; what you wrote is kept.</source>
        <translation>%1 בתיבת השיחות אפשר לבחור תבנית; מה שכתבת נשמר.</translation>
    </message>
    <message>
        <source>The patient was asked for consent to a medical answer here and has not said yes. Better to call.</source>
        <translation>המטופל/ת התבקש/ה לאשר תשובה רפואית בערוץ הזה, והאישור עוד לא הגיע. עדיף להתקשר.</translation>
    </message>
    <message>
        <source>Ready answers</source>
        <translation>תשובות מוכנות</translation>
    </message>
    <message>
        <source>Answer to %1</source>
        <translation>תשובה אל %1</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>תשובה אל %1</translation>
    </message>
    <message>
        <source>In the name of</source>
        <translation>בשם</translation>
    </message>
    <message>
        <source>Choose the doctor</source>
        <translation>בחירת רופא/ה</translation>
    </message>
    <message>
        <source>In whose name the answer goes out</source>
        <translation>בשם מי התשובה נשלחת</translation>
    </message>
    <message>
        <source>Choose in whose name it goes out</source>
        <translation>צריך לבחור בשם מי לשלוח</translation>
    </message>
</context>
<context>
    <name>delpek::ui::AnswerButton</name>
    <message>
        <source>Ready answer %1: %2</source>
        <translation>תשובה מוכנה %1: %2</translation>
    </message>
</context>
<context>
    <name>delpek::ui::Attention</name>
    <message>
        <source>%1: somebody waits and nobody is on it.</source>
        <translation>%1: יש פנייה שממתינה, ואף אחד עוד לא לקח אותה לטיפול.</translation>
    </message>
    <message>
        <source>%1: %2 wait and nobody is on it.</source>
        <translation>%1: יש %2 פניות שממתינות, ואף אחד עוד לא לקח אותן לטיפול.</translation>
    </message>
    <message>
        <source>Delpek</source>
        <translation>Delpek</translation>
    </message>
</context>
<context>
    <name>delpek::ui::BriefPanel</name>
    <message>
        <source>Hand back to the agent</source>
        <translation>החזרה לסוכן</translation>
    </message>
    <message>
        <source>The agent is told this before it goes on. Read it, and correct what is not right; the patient does not see it.</source>
        <translation>זה מה שהסוכן יידע לפני שימשיך בשיחה. כדאי לקרוא ולתקן מה שלא מדויק; המטופל/ת לא רואה את זה.</translation>
    </message>
    <message>
        <source>What the agent is told</source>
        <translation>מה הסוכן יידע</translation>
    </message>
    <message>
        <source>What was agreed with the patient</source>
        <translation>מה סוכם עם המטופל/ת</translation>
    </message>
    <message>
        <source>Close the escalation too: the question is answered</source>
        <translation>לסגור גם את ההסלמה: התשובה ניתנה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>החזרה לסוכן</translation>
    </message>
</context>
<context>
    <name>delpek::ui::CallInstead</name>
    <message>
        <source>Call the patient</source>
        <translation>התקשרות אל המטופל/ת</translation>
    </message>
    <message>
        <source>Tell the patient that the clinic will call</source>
        <translation>הודעה למטופל/ת שיתקשרו מהמרפאה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::CallPanel</name>
    <message>
        <source>Call %1</source>
        <translation>שיחת טלפון אל %1</translation>
    </message>
    <message>
        <source>The channel tells no number. Ask the patient for one.</source>
        <translation>אין מספר טלפון בערוץ הזה. צריך לבקש אותו מהמטופל/ת.</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>העתקת המספר</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>סיום</translation>
    </message>
</context>
<context>
    <name>delpek::ui::CardHead</name>
    <message>
        <source>The records cannot be read now</source>
        <translation>אי אפשר לקרוא כרגע את הרשומות</translation>
    </message>
    <message>
        <source>By the phone: %1, aged %2</source>
        <translation>לפי הטלפון: %1, גיל %2</translation>
    </message>
    <message>
        <source>By the phone: %1</source>
        <translation>לפי הטלפון: %1</translation>
    </message>
    <message>
        <source>Not in the records under this phone</source>
        <translation>הטלפון הזה לא מופיע ברשומות</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · lowered by a person from: %2</source>
        <translation>%1 · הדחיפות הורדה מ„%2”</translation>
    </message>
    <message>
        <source>I am on it</source>
        <translation>בטיפולי</translation>
    </message>
    <message>
        <source>Call…</source>
        <translation>התקשרות…</translation>
    </message>
    <message>
        <source>Urgency…</source>
        <translation>דחיפות…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>סגירה…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>פתיחה מחדש…</translation>
    </message>
    <message>
        <source>Hand back…</source>
        <translation>החזרה לסוכן…</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>לשיחה</translation>
    </message>
    <message>
        <source>Shows the conversation in the inbox</source>
        <translation>הצגת השיחה בתיבת השיחות</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>ממתין %1</translation>
    </message>
    <message>
        <source>To be kept in mind</source>
        <translation>חשוב לזכור</translation>
    </message>
    <message numerus="yes">
        <source>%n people in the records share this phone: ask whom it is about</source>
        <translation>
            <numerusform>איש אחד ברשומות עם הטלפון הזה: צריך לברר במי מדובר</numerusform>
            <numerusform>%n אנשים ברשומות עם הטלפון הזה: צריך לברר במי מדובר</numerusform>
        </translation>
    </message>
    <message>
        <source>No further reminders go out</source>
        <translation>לא יישלחו תזכורות נוספות</translation>
    </message>
    <message>
        <source>Shows the patient&apos;s number</source>
        <translation>הצגת מספר הטלפון</translation>
    </message>
    <message>
        <source>Raise or lower the urgency</source>
        <translation>העלאה או הורדה של הדחיפות</translation>
    </message>
    <message>
        <source>Nothing more is to be done</source>
        <translation>לא נשאר מה לעשות</translation>
    </message>
    <message>
        <source>Open again with a reason</source>
        <translation>פתיחה מחדש עם סיבה</translation>
    </message>
    <message>
        <source>The agent goes on from here and is told what was said</source>
        <translation>הסוכן ממשיך מכאן ויודע מה נאמר</translation>
    </message>
    <message>
        <source>According to %1: %2, aged %3</source>
        <translation>לפי %1: %2, גיל %3</translation>
    </message>
    <message>
        <source>According to %1: %2</source>
        <translation>לפי %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n people in the records: ask whom it is about</source>
        <translation>
            <numerusform>אדם אחד ברשומות: צריך לברר במי מדובר</numerusform>
            <numerusform>%n אנשים ברשומות: צריך לברר במי מדובר</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has said yet who writes</source>
        <translation>עוד לא נקבע מי כותב</translation>
    </message>
</context>
<context>
    <name>delpek::ui::CardSide</name>
    <message>
        <source>What the patient said</source>
        <translation>מה נמסר בשיחה</translation>
    </message>
    <message>
        <source>Nothing about the complaint yet.</source>
        <translation>עוד לא נמסר דבר על הבעיה.</translation>
    </message>
    <message>
        <source>The exchange is about to be written into the patient&apos;s record.</source>
        <translation>ההתכתבות תירשם מיד בתיק המטופל/ת.</translation>
    </message>
    <message>
        <source>It is not clear whose record this belongs to. The exchange is filed once the patient is known.</source>
        <translation>לא ברור לאיזה תיק זה שייך. ההתכתבות תתויק כשיהיה ידוע במי מדובר.</translation>
    </message>
    <message>
        <source>Whose record does this belong to?</source>
        <translation>לאיזה תיק זה שייך?</translation>
    </message>
    <message>
        <source>The exchange is in the patient&apos;s record.</source>
        <translation>ההתכתבות רשומה בתיק המטופל/ת.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>תיק</translation>
    </message>
    <message>
        <source>Medical answers here</source>
        <translation>תשובות רפואיות כאן</translation>
    </message>
    <message>
        <source>The patient agreed.</source>
        <translation>התקבלה הסכמה.</translation>
    </message>
    <message>
        <source>The patient was asked and has not answered.</source>
        <translation>נשלחה בקשה להסכמה, ועוד אין תשובה.</translation>
    </message>
    <message>
        <source>The patient does not want them.</source>
        <translation>לא ניתנה הסכמה.</translation>
    </message>
    <message>
        <source>No longer agrees</source>
        <translation>ההסכמה בוטלה</translation>
    </message>
    <message>
        <source>Agreed on the phone</source>
        <translation>התקבלה הסכמה בטלפון</translation>
    </message>
    <message>
        <source>Notes what the patient said</source>
        <translation>רישום מה שנאמר</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>מה קרה עד עכשיו</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The patient was not asked.</source>
        <translation>המטופל/ת עוד לא נשאל/ה.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::EscalationPane</name>
    <message>
        <source>Open</source>
        <translation>פתוחות</translation>
    </message>
    <message>
        <source>Open (%1)</source>
        <translation>פתוחות (%1)</translation>
    </message>
    <message>
        <source>Nothing was closed yet.</source>
        <translation>עוד לא נסגרה אף הסלמה.</translation>
    </message>
    <message>
        <source>You have taken on nothing.</source>
        <translation>אין כרגע הסלמות בטיפולך.</translation>
    </message>
    <message>
        <source>Nothing waits for a person.</source>
        <translation>אין שום דבר שממתין למענה אנושי.</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>הסלמות</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>שלי</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>סגורות</translation>
    </message>
    <message>
        <source>Enter: answer · %1: I am on it</source>
        <translation>Enter: תשובה · %1: בטיפולי</translation>
    </message>
    <message>
        <source>Enter: answer</source>
        <translation>Enter: תשובה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::StepPanel</name>
    <message>
        <source>Call the doctor: how urgent is it, and why?</source>
        <translation>קריאה לרופא/ה: כמה זה דחוף, ולמה?</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>לקרוא</translation>
    </message>
    <message>
        <source>Close: why is nothing more to be done?</source>
        <translation>סגירה: למה לא נשאר מה לעשות?</translation>
    </message>
    <message>
        <source>Open again: what is still to be done?</source>
        <translation>פתיחה מחדש: מה עוד צריך לעשות?</translation>
    </message>
    <message>
        <source>Another urgency: which, and why?</source>
        <translation>דחיפות אחרת: איזו, ולמה?</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>במילים שלך</translation>
    </message>
    <message>
        <source>The reason in your own words</source>
        <translation>הסיבה במילים שלך</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>פתיחה מחדש</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>שינוי</translation>
    </message>
</context>
<context>
    <name>EscalationWords</name>
    <message>
        <source>A medical question</source>
        <translation>שאלה רפואית</translation>
    </message>
    <message>
        <source>The patient is in pain</source>
        <translation>כאבים</translation>
    </message>
    <message>
        <source>It is getting worse</source>
        <translation>המצב מחמיר</translation>
    </message>
    <message>
        <source>The patient asks for the doctor</source>
        <translation>התבקשה שיחה עם הרופא/ה</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>ממתי</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>איפה</translation>
    </message>
    <message>
        <source>How strong</source>
        <translation>עוצמה</translation>
    </message>
    <message>
        <source>Fever</source>
        <translation>חום</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>תרופות</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>היריון</translation>
    </message>
    <message>
        <source>Bleeding</source>
        <translation>דימום</translation>
    </message>
    <message>
        <source>Swelling</source>
        <translation>נפיחות</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>אלרגיות</translation>
    </message>
    <message>
        <source>Raised by %1</source>
        <translation>נפתחה על ידי %1</translation>
    </message>
    <message>
        <source>Urgency raised by %1</source>
        <translation>הדחיפות הועלתה על ידי %1</translation>
    </message>
    <message>
        <source>Urgency lowered by %1</source>
        <translation>הדחיפות הורדה על ידי %1</translation>
    </message>
    <message>
        <source>%1 was told</source>
        <translation>נשלחה הודעה אל %1</translation>
    </message>
    <message>
        <source>%1 could not be told</source>
        <translation>ההודעה אל %1 לא נשלחה</translation>
    </message>
    <message>
        <source>%1 is called next: nobody had taken it on</source>
        <translation>אף אחד לא לקח לטיפול: הפנייה עברה אל %1</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>בטיפול %1</translation>
    </message>
    <message>
        <source>%1 answered the patient</source>
        <translation>נשלחה תשובה מאת %1</translation>
    </message>
    <message>
        <source>Closed by %1</source>
        <translation>נסגרה על ידי %1</translation>
    </message>
    <message>
        <source>Opened again by %1</source>
        <translation>נפתחה מחדש על ידי %1</translation>
    </message>
    <message>
        <source>A private link was made by %1</source>
        <translation>נוצר קישור אישי על ידי %1</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>עבור %1</translation>
    </message>
    <message>
        <source>%1 opened the private link</source>
        <translation>הקישור האישי נפתח על ידי %1</translation>
    </message>
    <message>
        <source>The private link was withdrawn by %1</source>
        <translation>הקישור האישי בוטל על ידי %1</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>נפתחה</translation>
    </message>
    <message>
        <source>The urgency rose</source>
        <translation>הדחיפות עלתה</translation>
    </message>
    <message>
        <source>The urgency was lowered</source>
        <translation>הדחיפות הורדה</translation>
    </message>
    <message>
        <source>A notice went out</source>
        <translation>נשלחה הודעה</translation>
    </message>
    <message>
        <source>A notice did not go out</source>
        <translation>שליחת הודעה נכשלה</translation>
    </message>
    <message>
        <source>The next in line is called: nobody had taken it on</source>
        <translation>אף אחד לא לקח לטיפול: הפנייה עברה לבא בתור</translation>
    </message>
    <message>
        <source>Somebody is on it</source>
        <translation>בטיפול</translation>
    </message>
    <message>
        <source>The patient was answered</source>
        <translation>נשלחה תשובה למטופל/ת</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>נסגרה</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>נפתחה מחדש</translation>
    </message>
    <message>
        <source>A private link was made</source>
        <translation>נוצר קישור אישי</translation>
    </message>
    <message>
        <source>The private link was opened</source>
        <translation>הקישור האישי נפתח</translation>
    </message>
    <message>
        <source>The private link was withdrawn</source>
        <translation>הקישור האישי בוטל</translation>
    </message>
    <message>
        <source>The patient was told that the answer takes longer</source>
        <translation>נמסר למטופל/ת שהתשובה מתעכבת</translation>
    </message>
    <message>
        <source>The exchange was filed in the patient&apos;s record</source>
        <translation>ההתכתבות נרשמה בתיק המטופל/ת</translation>
    </message>
    <message>
        <source>The patient was asked for consent to an answer here</source>
        <translation>נשלחה בקשת הסכמה לתשובה רפואית בערוץ הזה</translation>
    </message>
    <message>
        <source>The patient agreed to an answer here</source>
        <translation>התקבלה הסכמה לתשובה רפואית בערוץ הזה</translation>
    </message>
    <message>
        <source>The patient does not want an answer here</source>
        <translation>לא ניתנה הסכמה לתשובה רפואית בערוץ הזה</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>ב‑SMS</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>בדואר אלקטרוני</translation>
    </message>
    <message>
        <source>on Telegram</source>
        <translation>בטלגרם</translation>
    </message>
    <message>
        <source>The question is answered</source>
        <translation>התשובה ניתנה</translation>
    </message>
    <message>
        <source>Settled on the phone</source>
        <translation>הוסדר בטלפון</translation>
    </message>
    <message>
        <source>The patient comes in</source>
        <translation>נקבעה הגעה למרפאה</translation>
    </message>
    <message>
        <source>In the care of emergency services</source>
        <translation>בטיפול שירותי החירום</translation>
    </message>
    <message>
        <source>Raised by mistake</source>
        <translation>נפתחה בטעות</translation>
    </message>
    <message>
        <source>The doctor has looked at it</source>
        <translation>נבדק על ידי רופא/ה</translation>
    </message>
    <message>
        <source>Spoke to the patient</source>
        <translation>אחרי שיחה עם המטופל/ת</translation>
    </message>
    <message>
        <source>The message was misread</source>
        <translation>ההודעה לא הובנה נכון</translation>
    </message>
    <message>
        <source>It is graver than it looked</source>
        <translation>המצב חמור ממה שנראה</translation>
    </message>
    <message>
        <source>The patient wrote again</source>
        <translation>הגיעה הודעה נוספת</translation>
    </message>
    <message>
        <source>It is not settled yet</source>
        <translation>העניין עוד לא הוסדר</translation>
    </message>
    <message>
        <source>Closed by mistake</source>
        <translation>נסגרה בטעות</translation>
    </message>
    <message>
        <source>Nobody is on it yet</source>
        <translation>אף אחד עוד לא לקח לטיפול</translation>
    </message>
    <message>
        <source>A notice went out %1; nobody is on it yet</source>
        <translation>נשלחה הודעה %1; אף אחד עוד לא לקח לטיפול</translation>
    </message>
    <message>
        <source>%1 is on it since %2</source>
        <translation>בטיפול %1 משעה %2</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>נשלחה תשובה מאת %1 %2</translation>
    </message>
    <message>
        <source>Closed by %1 %2</source>
        <translation>נסגרה על ידי %1 %2</translation>
    </message>
    <message>
        <source>Overdue by %1</source>
        <translation>באיחור של %1</translation>
    </message>
    <message>
        <source>%1 · overdue by %2</source>
        <translation>%1 · באיחור של %2</translation>
    </message>
    <message>
        <source>%1 · due in %2</source>
        <translation>%1 · נותרו %2</translation>
    </message>
    <message>
        <source>No, the patient says</source>
        <translation>לא, לפי מה שנמסר</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>אלרגיה: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 told the patient that the clinic will call</source>
        <translation>%1: נשלחה למטופל/ת הודעה שיתקשרו מהמרפאה</translation>
    </message>
    <message>
        <source>The patient agreed to an answer here, says %1</source>
        <translation>המטופל/ת הסכים/ה לקבל תשובה כאן, לפי %1</translation>
    </message>
    <message>
        <source>The patient does not want an answer here, says %1</source>
        <translation>המטופל/ת לא מעוניין/ת בתשובה כאן, לפי %1</translation>
    </message>
    <message>
        <source>The notice reached %1</source>
        <translation>ההודעה הגיעה אל %1</translation>
    </message>
    <message>
        <source>A notice arrived</source>
        <translation>הודעה הגיעה ליעדה</translation>
    </message>
</context>
<context>
    <name>BookWords</name>
    <message>
        <source>Name not known</source>
        <translation>שם לא ידוע</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>שמור</translation>
    </message>
    <message>
        <source>Offered to %1</source>
        <translation>הוצע ל-%1</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>לא זמין/ה</translation>
    </message>
    <message>
        <source>%1 · held until %2</source>
        <translation>%1 · שמור עד %2</translation>
    </message>
    <message>
        <source>%1 at %2 with %3</source>
        <translation>%1 בשעה %2 אצל %3</translation>
    </message>
</context>
<context>
    <name>delpek::ui::BookPane</name>
    <message>
        <source>The records cannot be reached. As of %1</source>
        <translation>אין גישה לרשומות. נכון ל-%1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>אחורה</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>קדימה</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>יום</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>שבוע</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>הדפסה…</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>רופא/ה</translation>
    </message>
    <message>
        <source>Day book</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>Press another time for %1 (%2).</source>
        <translation>יש לבחור שעה אחרת ל%1 (%2).</translation>
    </message>
    <message>
        <source>Press a free time for %1.</source>
        <translation>יש לבחור שעה פנויה ל%1.</translation>
    </message>
    <message>
        <source>Press a free time for %1 (%2).</source>
        <translation>יש לבחור שעה פנויה ל%1 (%2).</translation>
    </message>
    <message>
        <source>Stop choosing</source>
        <translation>ביטול הבחירה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SlotPicker</name>
    <message>
        <source>Whoever is free first</source>
        <translation>מי שפנוי ראשון</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>טיפול</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>רופא/ה</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>מועדים פנויים</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>מוקדם יותר</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>מאוחר יותר</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>להזיז לכאן</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>לקבוע</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Day book</source>
        <translation>ביומן</translation>
    </message>
    <message>
        <source>Choose the time in the day book</source>
        <translation>בחירת השעה ביומן</translation>
    </message>
    <message>
        <source>Another time for %1</source>
        <translation>מועד אחר ל%1</translation>
    </message>
    <message>
        <source>New visit for %1</source>
        <translation>תור חדש ל%1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::VisitPanel</name>
    <message>
        <source>Cancel the visit of %1?</source>
        <translation>לבטל את התור של %1?</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>לבטל את התור</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>להשאיר</translation>
    </message>
    <message>
        <source>Move the visit of %1?</source>
        <translation>להזיז את התור של %1?</translation>
    </message>
    <message>
        <source>From %1
to %2</source>
        <translation>מ%1
ל%2</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>להזיז</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>להשאיר במקום</translation>
    </message>
    <message>
        <source>The patient is not written to.</source>
        <translation>לא נשלחת על כך הודעה למטופל/ת.</translation>
    </message>
    <message>
        <source>New visit for %1?</source>
        <translation>לקבוע תור ל%1?</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n minutes</source>
        <translation>
            <numerusform>%1 · דקה אחת</numerusform>
            <numerusform>%1 · %n דקות</numerusform>
        </translation>
    </message>
    <message>
        <source>Book</source>
        <translation>לקבוע</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>טיפול</translation>
    </message>
    <message>
        <source>Choose the treatment</source>
        <translation>בחירת טיפול</translation>
    </message>
    <message>
        <source>%1 does not give this: %2. Choose another time or another treatment.</source>
        <translation>אצל %1 אין הטיפול הזה: %2. אפשר לבחור שעה אחרת או טיפול אחר.</translation>
    </message>
</context>
<context>
    <name>VoiceWords</name>
    <message>
        <source>This computer has nothing to hear the voice message with. Connect a loudspeaker or headphones, or save the message and listen to it elsewhere.</source>
        <translation>למחשב הזה אין במה להשמיע את ההקלטה. אפשר לחבר רמקול או אוזניות, או לשמור את ההקלטה ולהאזין לה במקום אחר.</translation>
    </message>
    <message>
        <source>This voice message cannot be played here. Save it and open it with another program.</source>
        <translation>אי אפשר להשמיע כאן את ההקלטה. אפשר לשמור אותה ולפתוח בתוכנה אחרת.</translation>
    </message>
    <message>
        <source>No microphone was found. Connect one, or write the answer.</source>
        <translation>לא נמצא מיקרופון. אפשר לחבר מיקרופון, או לכתוב את התשובה.</translation>
    </message>
    <message>
        <source>The microphone cannot be used. Another program may have it, or the system's privacy settings do not let Delpek use it.</source>
        <translation>אי אפשר להשתמש במיקרופון. ייתכן שתוכנה אחרת משתמשת בו, או שהגדרות הפרטיות במחשב לא מתירות את זה לדלפק.</translation>
    </message>
    <message>
        <source>The recording is too short. Press, speak, and press again when you are done.</source>
        <translation>ההקלטה קצרה מדי. לוחצים, מדברים, ולוחצים שוב בסוף.</translation>
    </message>
    <message>
        <source>The recording is longer than a voice message may be.</source>
        <translation>ההקלטה ארוכה יותר ממה שאפשר לשלוח כהודעה קולית.</translation>
    </message>
    <message>
        <source>Nothing is heard in the recording. Check that the microphone is not muted and that the right one is chosen in the system, and record again.</source>
        <translation>לא נשמע כלום בהקלטה. כדאי לבדוק שהמיקרופון לא מושתק ושהמיקרופון הנכון נבחר במחשב, ולהקליט שוב.</translation>
    </message>
    <message>
        <source>The recording could not be used. Record it again.</source>
        <translation>אי אפשר להשתמש בהקלטה הזאת. צריך להקליט שוב.</translation>
    </message>
    <message>
        <source>This is the longest a voice message may be. You can listen to it and send it.</source>
        <translation>זה האורך המרבי של הודעה קולית. אפשר להאזין לה ולשלוח.</translation>
    </message>
    <message>
        <source>The microphone went away. What was said so far is kept; listen to it before you send it.</source>
        <translation>המיקרופון התנתק. מה שנאמר עד כה נשמר; כדאי להאזין לפני ששולחים.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::VoiceBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 מתוך %2</translation>
    </message>
    <message>
        <source>Nothing is heard. Is the microphone muted?</source>
        <translation>לא נשמע כלום. אולי המיקרופון מושתק?</translation>
    </message>
    <message>
        <source>Being recorded</source>
        <translation>מתבצעת הקלטה</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>השהיה</translation>
    </message>
    <message>
        <source>Listen to it before it is sent</source>
        <translation>האזנה לפני השליחה</translation>
    </message>
    <message>
        <source>The voice message is being made …</source>
        <translation>ההודעה הקולית בהכנה …</translation>
    </message>
    <message>
        <source>Voice message, not sent yet</source>
        <translation>הודעה קולית, עוד לא נשלחה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>מחיקה</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>סיום ההקלטה</translation>
    </message>
    <message>
        <source>Record a voice message</source>
        <translation>הקלטת הודעה קולית</translation>
    </message>
</context>
<context>
    <name>delpek::ui::InsightsPane</name>
    <message>
        <source>Conversations</source>
        <translation>שיחות</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>חדשות: %1</translation>
    </message>
    <message>
        <source>Messages from patients</source>
        <translation>הודעות ממטופלים</translation>
    </message>
    <message>
        <source>%1 from us</source>
        <translation>שלנו: %1</translation>
    </message>
    <message>
        <source>Answered without a person</source>
        <translation>נענו בלי איש צוות</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 מתוך %2</translation>
    </message>
    <message>
        <source>Conversations in which a patient wrote, each counted once a day: the agent answered, no person wrote, and no escalation was opened or still open.</source>
        <translation>שיחות שבהן כתבו מטופלים, כל שיחה נספרת פעם ביום: הסוכן ענה, ואיש צוות לא כתב ולא נקרא.</translation>
    </message>
    <message>
        <source>The agent answers within</source>
        <translation>הסוכן עונה תוך</translation>
    </message>
    <message>
        <source>People answer within</source>
        <translation>הצוות עונה תוך</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>הסלמות</translation>
    </message>
    <message>
        <source>Acknowledged after %1</source>
        <translation>טיפול התחיל אחרי %1</translation>
    </message>
    <message>
        <source>Messages that failed</source>
        <translation>הודעות שלא נשלחו</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>מתוך %1</translation>
    </message>
    <message>
        <source>of %1 · unknown: %2</source>
        <translation>מתוך %1 · לא ידוע: %2</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 טוקנים</translation>
    </message>
    <message>
        <source>%1, kept since %2</source>
        <translation>%1, נשמר מאז %2</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>מודל שפה</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>נכון ל־%1</translation>
    </message>
    <message>
        <source>Nothing happened in these days.</source>
        <translation>לא הייתה פעילות בימים האלה.</translation>
    </message>
    <message>
        <source>The figures could not be read.</source>
        <translation>אי אפשר לקרוא את הנתונים.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>הנתונים נטענים…</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>שמירת הנתונים</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>טבלאות (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>נשמר: %1</translation>
    </message>
    <message>
        <source>Not saved: %1 cannot be written (%2)</source>
        <translation>לא נשמר: אי אפשר לכתוב אל %1 (%2)</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>תרשימים</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>טבלה</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>שמירה כ־CSV…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
    <message>
        <source>Figures by day and channel</source>
        <translation>נתונים לפי יום וערוץ</translation>
    </message>
    <message>
        <source>%1 of %2 · drafts sent as written: %3 of %4</source>
        <translation>%1 מתוך %2 · טיוטות שנשלחו כלשונן: %3 מתוך %4</translation>
    </message>
</context>
<context>
    <name>delpek::ui::RangeBar</name>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 ימים</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 יום</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>החודש</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>ימים אחרים</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>מתאריך</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>עד תאריך</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>ערוץ</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>כל הערוצים</translation>
    </message>
</context>
<context>
    <name>delpek::ui::HealthPanel</name>
    <message>
        <source>Health</source>
        <translation>מצב המערכת</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>נכון ל־%1</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>עוד לא ידוע</translation>
    </message>
</context>
<context>
    <name>delpek::ui::DayChart</name>
    <message>
        <source>The arrow keys go through the columns. The table holds the same figures.</source>
        <translation>מקשי החצים עוברים בין העמודות. אותם נתונים נמצאים גם בטבלה.</translation>
    </message>
</context>
<context>
    <name>FigureCharts</name>
    <message>
        <source>Messages</source>
        <translation>הודעות</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>מטופלים</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>הסוכן</translation>
    </message>
    <message>
        <source>Staff and doctors</source>
        <translation>צוות ורופאים</translation>
    </message>
    <message>
        <source>Answered without a person</source>
        <translation>נענו בלי איש צוות</translation>
    </message>
    <message>
        <source>Waiting for a person&apos;s answer</source>
        <translation>המתנה לתשובת הצוות</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>חציון</translation>
    </message>
    <message>
        <source>9 in 10</source>
        <translation>9 מתוך 10</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>הסלמות</translation>
    </message>
    <message>
        <source>Messages that did not arrive</source>
        <translation>הודעות שלא הגיעו</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>לא נשלחו</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>לא ידוע</translation>
    </message>
    <message>
        <source>Tokens of language models</source>
        <translation>טוקנים של מודלי שפה</translation>
    </message>
    <message>
        <source>Cost of language models</source>
        <translation>עלות של מודלי שפה</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>Works</source>
        <translation>תקין</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>כדאי לבדוק</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>לא עובד</translation>
    </message>
    <message numerus="yes">
        <source>%n to be read, for %1</source>
        <translation>
            <numerusform>אחת ממתינה לקליטה כבר %1</numerusform>
            <numerusform>%n ממתינות לקליטה כבר %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent, for %1</source>
        <translation>
            <numerusform>אחת ממתינה לשליחה כבר %1</numerusform>
            <numerusform>%n ממתינות לשליחה כבר %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent, and nobody knows whether it arrived</source>
        <translation>
            <numerusform>אחת נשלחה, ולא ידוע אם הגיעה</numerusform>
            <numerusform>%n נשלחו, ולא ידוע אם הגיעו</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>אין הודעות ממתינות</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>הודעות</translation>
    </message>
    <message>
        <source>Last received %1</source>
        <translation>התקבלה לאחרונה %1</translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>עוד לא התקבלה הודעה</translation>
    </message>
    <message>
        <source>Last sent %1</source>
        <translation>נשלחה לאחרונה %1</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>עוד לא נשלחה הודעה</translation>
    </message>
    <message>
        <source>Clinic&apos;s records</source>
        <translation>רשומות המרפאה</translation>
    </message>
    <message>
        <source>Cannot be reached. Shown as they were %1</source>
        <translation>אין גישה לרשומות. מוצג המצב שנקרא %1</translation>
    </message>
    <message>
        <source>Can be reached</source>
        <translation>יש גישה</translation>
    </message>
    <message>
        <source>%1 of %2 in 24 hours</source>
        <translation>%1 מתוך %2 ב־24 השעות האחרונות</translation>
    </message>
    <message>
        <source>%1 in 24 hours</source>
        <translation>%1 ב־24 השעות האחרונות</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 מתוך %2 טוקנים</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 טוקנים</translation>
    </message>
    <message>
        <source>The limit is reached: the agent answers without the model</source>
        <translation>המכסה נוצלה: הסוכן עונה בלי המודל</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>מודל שפה</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>גיבוי</translation>
    </message>
    <message>
        <source>There is no copy</source>
        <translation>אין גיבוי</translation>
    </message>
    <message>
        <source>Last copy %1</source>
        <translation>הגיבוי האחרון: %1</translation>
    </message>
</context>
<context>
    <name>InsightsWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 שנ׳</translation>
    </message>
    <message>
        <source>9 in 10 within %1</source>
        <translation>9 מתוך 10 תוך %1</translation>
    </message>
    <message>
        <source>WhatsApp (linked phone)</source>
        <translation>WhatsApp (טלפון מקושר)</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>צ׳אט באתר</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>FiguresSheet</name>
    <message>
        <source>Day</source>
        <translation>יום</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>ערוץ</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>שיחות</translation>
    </message>
    <message>
        <source>New</source>
        <translation>חדשות</translation>
    </message>
    <message>
        <source>From patients</source>
        <translation>ממטופלים</translation>
    </message>
    <message>
        <source>By the agent</source>
        <translation>מהסוכן</translation>
    </message>
    <message>
        <source>By staff</source>
        <translation>מהצוות</translation>
    </message>
    <message>
        <source>By doctors</source>
        <translation>מהרופאים</translation>
    </message>
    <message>
        <source>Without a person</source>
        <translation>בלי איש צוות</translation>
    </message>
    <message>
        <source>Agent: median wait</source>
        <translation>הסוכן: המתנה חציונית</translation>
    </message>
    <message>
        <source>Agent: 9 in 10</source>
        <translation>הסוכן: 9 מתוך 10</translation>
    </message>
    <message>
        <source>People: median wait</source>
        <translation>הצוות: המתנה חציונית</translation>
    </message>
    <message>
        <source>People: 9 in 10</source>
        <translation>הצוות: 9 מתוך 10</translation>
    </message>
    <message>
        <source>Emergencies</source>
        <translation>מקרי חירום</translation>
    </message>
    <message>
        <source>For the doctor</source>
        <translation>לרופא/ה</translation>
    </message>
    <message>
        <source>For a person</source>
        <translation>לאיש צוות</translation>
    </message>
    <message>
        <source>Acknowledged after</source>
        <translation>הטיפול התחיל אחרי</translation>
    </message>
    <message>
        <source>A person wrote after</source>
        <translation>הצוות כתב אחרי</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>ממתינות לשליחה</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>נשלחו</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>נמסרו</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>נקראו</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>לא נשלחו</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>לא ידוע</translation>
    </message>
    <message>
        <source>Model tokens</source>
        <translation>טוקנים של המודל</translation>
    </message>
    <message>
        <source>Model cost</source>
        <translation>עלות המודל</translation>
    </message>
    <message>
        <source>%1 (seconds)</source>
        <translation>%1 (שניות)</translation>
    </message>
    <message>
        <source>%1 (percent)</source>
        <translation>%1 (אחוזים)</translation>
    </message>
    <message>
        <source>Drafts sent</source>
        <translation>טיוטות שנשלחו</translation>
    </message>
    <message>
        <source>Drafts sent as written</source>
        <translation>טיוטות שנשלחו כלשונן</translation>
    </message>
</context>
<context>
    <name>delpek::ui::PinForm</name>
    <message>
        <source>PIN of %1</source>
        <translation>הקוד של %1</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>החלפת הקוד שלי</translation>
    </message>
    <message>
        <source>The &amp;old PIN</source>
        <translation>הקוד הקודם</translation>
    </message>
    <message>
        <source>The &amp;new PIN</source>
        <translation>קוד חדש</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>שוב, לאימות</translation>
    </message>
    <message>
        <source>6 to 12 digits, neither all the same nor in a row.</source>
        <translation>6 עד 12 ספרות, לא כולן זהות ולא ברצף.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>מחיקת הקוד</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>שני הקודים אינם זהים.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SettingsPane</name>
    <message>
        <source>This window</source>
        <translation>החלון הזה</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>צוות</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>חלקי ההגדרות</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>פרטיות</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>יומן ביקורת</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>מקלדת</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>כללים</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>חיבורים</translation>
    </message>
    <message>
        <source>Reported turns</source>
        <translation>דיווחים על טעויות</translation>
    </message>
    <message>
        <source>Services and agents</source>
        <translation>שירותים וסוכנים</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>תבניות</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>שעות</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>גיבוי</translation>
    </message>
    <message>
        <source>Answers and alerts</source>
        <translation>מענה והתראות</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>תורנות</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>המרפאה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SignInPane</name>
    <message>
        <source>The desk is locked</source>
        <translation>הדלפק נעול</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>כניסה</translation>
    </message>
    <message>
        <source>Who is at the desk?</source>
        <translation>מי בדלפק?</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait %1.</source>
        <translation>יותר מדי קודים שגויים. יש להמתין %1.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>קוד אישי</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>רגע…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>פתיחה</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>מישהו אחר</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting and nobody is on it</source>
        <translation>
            <numerusform>הסלמה אחת ממתינה ואיש אינו מטפל בה</numerusform>
            <numerusform>%n הסלמות ממתינות ואיש אינו מטפל בהן</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody here has a PIN. An administrator gives one with "delpekd staff pin".</source>
        <translation>לאף אחד כאן אין קוד אישי. מנהל/ת המערכת מגדיר/ה קוד בפקודה "delpekd staff pin".</translation>
    </message>
    <message>
        <source>Something of %1 was not sent: a voice message or a file. It is lost when somebody else signs in.</source>
        <translation>יש משהו של %1 שלא נשלח: הודעה קולית או קובץ. הוא יימחק אם מישהו אחר ייכנס.</translation>
    </message>
    <message>
        <source>Something of %1 was not sent: a voice message or a file. Closing would lose it, so sign in first.</source>
        <translation>משהו של %1 לא נשלח: הודעה קולית או קובץ. סגירת החלון תמחק אותו, לכן צריך קודם להיכנס.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::StaffForm</name>
    <message>
        <source>Change %1</source>
        <translation>עריכת הפרטים של %1</translation>
    </message>
    <message>
        <source>Add to the staff</source>
        <translation>הוספה לצוות</translation>
    </message>
    <message>
        <source>Only an emergency disturbs</source>
        <translation>להפריע רק במקרה חירום</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>עובד/ת כאן</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>שעות שקט: מ־</translation>
    </message>
    <message>
        <source>Quiet hours until</source>
        <translation>שעות שקט: עד</translation>
    </message>
    <message>
        <source>to</source>
        <translation>עד</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>תפקיד</translation>
    </message>
    <message>
        <source>Notices in</source>
        <translation>שפת ההתראות</translation>
    </message>
    <message>
        <source>&amp;Phone, for text messages</source>
        <translation>טלפון למסרונים</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>דוא״ל</translation>
    </message>
    <message>
        <source>&amp;Telegram chat</source>
        <translation>צ׳אט בטלגרם</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>שעות שקט</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>delpek::ui::StaffPage</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>דקה</numerusform>
            <numerusform>%n דקות</numerusform>
        </translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>צוות</translation>
    </message>
    <message>
        <source>Everybody signs in with a PIN</source>
        <translation>כל אחד נכנס עם קוד אישי</translation>
    </message>
    <message>
        <source>A desk that nobody touches locks after</source>
        <translation>דלפק שאיש לא נוגע בו ננעל אחרי</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>הוספה…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>עריכה…</translation>
    </message>
    <message>
        <source>PIN…</source>
        <translation>קוד אישי…</translation>
    </message>
    <message>
        <source>Nobody is deleted: what was done keeps its name. Who leaves is marked as not working here.</source>
        <translation>אנשי צוות לא נמחקים: מה שנעשה נשאר רשום על שמם. מי שעוזב מסומן כמי שכבר לא עובד כאן.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>אף פעם</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>תפקיד</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>קוד</translation>
    </message>
    <message>
        <source>Notices by</source>
        <translation>התראות דרך</translation>
    </message>
    <message>
        <source>text message</source>
        <translation>מסרון</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>דוא״ל</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>טלגרם</translation>
    </message>
    <message>
        <source>not here any more</source>
        <translation>כבר לא עובד/ת כאן</translation>
    </message>
    <message>
        <source>set</source>
        <translation>הוגדר</translation>
    </message>
    <message>
        <source>none</source>
        <translation>אין</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>חלון זה</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>The PIN is wrong.</source>
        <translation>הקוד שגוי.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait a while before you try again.</source>
        <translation>יותר מדי קודים שגויים. יש להמתין קצת ולנסות שוב.</translation>
    </message>
    <message>
        <source>Nobody is signed in at this desk. Sign in and try again.</source>
        <translation>איש אינו מחובר לדלפק הזה. יש להיכנס ולנסות שוב.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator, or a colleague who may.</source>
        <translation>התפקיד שלך אינו מאפשר זאת. אפשר לפנות למנהל המערכת או לעמית שמורשה לכך.</translation>
    </message>
    <message>
        <source>At least one administrator at work needs a PIN, or nobody could change this again. Give one a PIN first.</source>
        <translation>צריך לפחות מנהל אחד פעיל עם קוד אישי, אחרת איש לא יוכל לשנות זאת שוב. יש להגדיר קודם קוד למנהל.</translation>
    </message>
    <message>
        <source>The desk can lock after 1 to 480 minutes, or never. Choose such a time.</source>
        <translation>הדלפק יכול להינעל אחרי דקה עד 480 דקות, או אף פעם. יש לבחור זמן כזה.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>יש להזין שם.</translation>
    </message>
    <message>
        <source>Somebody of this name is on the staff already. Add an initial or a family name.</source>
        <translation>כבר יש בצוות מישהו בשם הזה. אפשר להוסיף שם משפחה או אות.</translation>
    </message>
    <message>
        <source>This is no phone number. Write it as 054-1234567, or with the country's code.</source>
        <translation>זה אינו מספר טלפון. יש לכתוב אותו כמו 054-1234567, או עם קידומת המדינה.</translation>
    </message>
    <message>
        <source>The Telegram chat is a whole number. It shows in the bot's settings once the person has pressed Start there.</source>
        <translation>הצ׳אט בטלגרם הוא מספר שלם. הוא מופיע בהגדרות הבוט אחרי לחיצה על Start שם.</translation>
    </message>
    <message>
        <source>Choose a PIN of 6 to 12 digits that are neither all the same nor in a row.</source>
        <translation>יש לבחור קוד של 6 עד 12 ספרות, שאינן כולן זהות ואינן רצף.</translation>
    </message>
    <message>
        <source>Your role reads here and does not write.</source>
        <translation>התפקיד שלך מאפשר כאן קריאה בלבד.</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>דלפק קבלה</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>רופא/ה</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>מנהל/ת מערכת</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>מבקר/ת</translation>
    </message>
    <message>
        <source>Holds conversations, keeps the book, calls a doctor. Does not answer in a doctor's name and does not close escalations.</source>
        <translation>מטפל/ת בשיחות, מנהל/ת את היומן וקורא/ת לרופא. לא עונה בשם רופא ולא סוגר/ת הסלמות.</translation>
    </message>
    <message>
        <source>All that the front desk does, answers as a doctor and closes escalations.</source>
        <translation>כל מה שדלפק הקבלה עושה, וגם עונה כרופא/ה וסוגר/ת הסלמות.</translation>
    </message>
    <message>
        <source>Everything, and keeps the staff and what all desks share.</source>
        <translation>הכול, וגם ניהול הצוות וההגדרות המשותפות לכל הדלפקים.</translation>
    </message>
    <message>
        <source>Reads conversations, figures and the audit log, and changes nothing.</source>
        <translation>קורא/ת שיחות, נתונים ויומן ביקורת, ואינו/ה משנה דבר.</translation>
    </message>
    <message>
        <source>A shift is open under this name. Let it be ended first, or choose another name.</source>
        <translation>יש משמרת פתוחה בשם הזה. צריך קודם לסיים אותה, או לבחור שם אחר.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::QuickReplyPanel</name>
    <message>
        <source>There are no quick replies yet. Add the texts you send often.</source>
        <translation>אין עדיין תשובות מהירות. כאן אפשר להוסיף טקסטים שנשלחים הרבה.</translation>
    </message>
    <message>
        <source>No quick reply holds these words.</source>
        <translation>אין תשובה מהירה עם המילים האלה.</translation>
    </message>
    <message>
        <source>Search the quick replies</source>
        <translation>חיפוש תשובה מהירה</translation>
    </message>
    <message>
        <source>Arrows choose, Enter inserts, Esc leaves</source>
        <translation>חיצים לבחירה, Enter להוספה, Esc ליציאה</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>עברית</translation>
    </message>
    <message>
        <source>English</source>
        <translation>אנגלית</translation>
    </message>
    <message>
        <source>Add and change quick replies</source>
        <translation>הוספה ועריכה של תשובות מהירות</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>תשובות מהירות</translation>
    </message>
</context>
<context>
    <name>delpek::ui::QuickReplyModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>delpek::ui::QuickReplyEditor</name>
    <message>
        <source>Saved for all desks.</source>
        <translation>נשמר לכל העמדות.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1” נמחקה.</translation>
    </message>
    <message>
        <source>This reply is not saved yet: save it, or discard the changes.</source>
        <translation>התשובה עוד לא נשמרה: אפשר לשמור אותה או לבטל את השינויים.</translation>
    </message>
    <message>
        <source>Quick replies</source>
        <translation>תשובות מהירות</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>הוספה</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>מחיקה</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>הזזה למעלה</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>הזזה למטה</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>עברית</translation>
    </message>
    <message>
        <source>English</source>
        <translation>אנגלית</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>טקסט</translation>
    </message>
    <message>
        <source>%1: name</source>
        <translation>%1: שם</translation>
    </message>
    <message>
        <source>%1: text</source>
        <translation>%1: טקסט</translation>
    </message>
    <message>
        <source>Insert a field</source>
        <translation>הוספת שדה</translation>
    </message>
    <message>
        <source>Fields fill by themselves with what is known. What is not known, and your own words in {braces}, are filled in by whoever sends.</source>
        <translation>השדות מתמלאים לבד במה שידוע. מה שלא ידוע, וגם מילים שלכם בתוך {סוגריים מסולסלים}, ממלאים לפני השליחה.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול המחיקה</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>ביטול השינויים</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
</context>
<context>
    <name>NoteWords</name>
    <message>
        <source>Internal note · %1 · %2</source>
        <translation>הערה פנימית · %1 · %2</translation>
    </message>
    <message>
        <source>Internal note of %1</source>
        <translation>הערה פנימית של %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::NoteBox</name>
    <message>
        <source>Internal note</source>
        <translation>הערה פנימית</translation>
    </message>
    <message>
        <source>For the team only. Nothing is sent.</source>
        <translation>לצוות בלבד. דבר לא נשלח.</translation>
    </message>
    <message>
        <source>Write to the team</source>
        <translation>כתיבה לצוות</translation>
    </message>
    <message>
        <source>Internal note for the team; nothing is sent</source>
        <translation>הערה פנימית לצוות; דבר לא נשלח</translation>
    </message>
    <message>
        <source>Shift+Enter: new line</source>
        <translation>Shift+Enter: שורה חדשה</translation>
    </message>
    <message>
        <source>Back to the message</source>
        <translation>חזרה להודעה</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>שמירת ההערה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::NotesTab</name>
    <message>
        <source>Internal notes</source>
        <translation>הערות פנימיות</translation>
    </message>
    <message>
        <source>Nobody has written a note here. Notes are for the team; the patient never sees them.</source>
        <translation>עוד לא נכתבו כאן הערות. ההערות הן לצוות בלבד ואינן נראות בצד השני.</translation>
    </message>
    <message>
        <source>Delete my note</source>
        <translation>מחיקת ההערה שלי</translation>
    </message>
    <message>
        <source>The note was deleted: undo</source>
        <translation>ההערה נמחקה: ביטול</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Opened a conversation</source>
        <translation>פתיחת שיחה</translation>
    </message>
    <message>
        <source>Took a conversation over</source>
        <translation>לקיחת שיחה לטיפול</translation>
    </message>
    <message>
        <source>Handed a conversation back to the agent</source>
        <translation>החזרת שיחה לסוכן</translation>
    </message>
    <message>
        <source>Released a conversation</source>
        <translation>שחרור שיחה</translation>
    </message>
    <message>
        <source>Changed what the agent does in a conversation</source>
        <translation>שינוי אופן הפעולה של הסוכן בשיחה</translation>
    </message>
    <message>
        <source>Looked what is kept of a patient</source>
        <translation>בדיקה מה שמור על מטופל/ת</translation>
    </message>
    <message>
        <source>Wrote all that is kept of a patient to a file</source>
        <translation>הוצאת כל מה ששמור על מטופל/ת לקובץ</translation>
    </message>
    <message>
        <source>Asked to erase a conversation</source>
        <translation>בקשה למחוק שיחה</translation>
    </message>
    <message>
        <source>Erased a conversation</source>
        <translation>מחיקת שיחה</translation>
    </message>
    <message>
        <source>Sent a message</source>
        <translation>שליחת הודעה</translation>
    </message>
    <message>
        <source>Sent a message in a doctor&apos;s name</source>
        <translation>שליחת הודעה בשם רופא/ה</translation>
    </message>
    <message>
        <source>Took a message back</source>
        <translation>ביטול שליחה של הודעה</translation>
    </message>
    <message>
        <source>Sent a message again</source>
        <translation>שליחה חוזרת של הודעה</translation>
    </message>
    <message>
        <source>Confirmed that a message arrived</source>
        <translation>אישור שהודעה הגיעה</translation>
    </message>
    <message>
        <source>Noted a patient&apos;s consent or refusal</source>
        <translation>רישום הסכמה או סירוב של מטופל/ת</translation>
    </message>
    <message>
        <source>Wrote an internal note</source>
        <translation>כתיבת הערה פנימית</translation>
    </message>
    <message>
        <source>Deleted an internal note</source>
        <translation>מחיקת הערה פנימית</translation>
    </message>
    <message>
        <source>Opened a file</source>
        <translation>פתיחת קובץ</translation>
    </message>
    <message>
        <source>Saw a patient&apos;s record</source>
        <translation>צפייה ברשומה של מטופל/ת</translation>
    </message>
    <message>
        <source>Looked what is remembered of a patient</source>
        <translation>צפייה במה שנזכר על מטופל/ת</translation>
    </message>
    <message>
        <source>Corrected what is remembered of a patient</source>
        <translation>תיקון של מה שנזכר על מטופל/ת</translation>
    </message>
    <message>
        <source>Had forgotten what was remembered of a patient</source>
        <translation>מחיקה מהזיכרון של מה שנזכר על מטופל/ת</translation>
    </message>
    <message>
        <source>Opened an escalation</source>
        <translation>פתיחת כרטיס הסלמה</translation>
    </message>
    <message>
        <source>Read an escalation from another program</source>
        <translation>קריאת הסלמה מתוכנה אחרת</translation>
    </message>
    <message>
        <source>Called a doctor or a colleague</source>
        <translation>קריאה לרופא/ה או לאיש צוות</translation>
    </message>
    <message>
        <source>Called a doctor or a colleague from another program</source>
        <translation>קריאה לרופא/ה או לאיש צוות מתוכנה אחרת</translation>
    </message>
    <message>
        <source>Took an escalation on</source>
        <translation>לקיחת הסלמה לטיפול</translation>
    </message>
    <message>
        <source>Answered an escalation in a doctor&apos;s name</source>
        <translation>מענה להסלמה בשם רופא/ה</translation>
    </message>
    <message>
        <source>Promised a patient a call</source>
        <translation>הבטחה למטופל/ת לשיחת טלפון</translation>
    </message>
    <message>
        <source>Lowered the urgency of an escalation</source>
        <translation>הורדת הדחיפות של הסלמה</translation>
    </message>
    <message>
        <source>Closed an escalation</source>
        <translation>סגירת הסלמה</translation>
    </message>
    <message>
        <source>Closed all escalations of a conversation</source>
        <translation>סגירת כל ההסלמות של שיחה</translation>
    </message>
    <message>
        <source>Opened an escalation again</source>
        <translation>פתיחה מחדש של הסלמה</translation>
    </message>
    <message>
        <source>Chose the record for an exchange with the doctor</source>
        <translation>בחירת הרשומה לתיוק התכתבות עם רופא/ה</translation>
    </message>
    <message>
        <source>Erased an escalation with its conversation</source>
        <translation>מחיקת הסלמה יחד עם השיחה שלה</translation>
    </message>
    <message>
        <source>Made a private link</source>
        <translation>יצירת קישור אישי</translation>
    </message>
    <message>
        <source>Opened the private link</source>
        <translation>פתיחת הקישור האישי</translation>
    </message>
    <message>
        <source>Typed a wrong PIN at the private link</source>
        <translation>קוד שגוי בקישור האישי</translation>
    </message>
    <message>
        <source>Withdrew a private link</source>
        <translation>ביטול קישור אישי</translation>
    </message>
    <message>
        <source>Read an escalation by the private link</source>
        <translation>קריאת הסלמה דרך הקישור האישי</translation>
    </message>
    <message>
        <source>Opened a file by the private link</source>
        <translation>פתיחת קובץ דרך הקישור האישי</translation>
    </message>
    <message>
        <source>Took an escalation on by the private link</source>
        <translation>לקיחת הסלמה לטיפול דרך הקישור האישי</translation>
    </message>
    <message>
        <source>Answered by the private link</source>
        <translation>מענה דרך הקישור האישי</translation>
    </message>
    <message>
        <source>Sent a file by the private link</source>
        <translation>שליחת קובץ דרך הקישור האישי</translation>
    </message>
    <message>
        <source>Sent a voice message by the private link</source>
        <translation>שליחת הודעה קולית דרך הקישור האישי</translation>
    </message>
    <message>
        <source>Promised a call by the private link</source>
        <translation>הבטחה לשיחת טלפון דרך הקישור האישי</translation>
    </message>
    <message>
        <source>Closed an escalation by the private link</source>
        <translation>סגירת הסלמה דרך הקישור האישי</translation>
    </message>
    <message>
        <source>Looked into the day book</source>
        <translation>צפייה ביומן</translation>
    </message>
    <message>
        <source>Booked a visit</source>
        <translation>קביעת תור</translation>
    </message>
    <message>
        <source>Moved a visit</source>
        <translation>הזזת תור</translation>
    </message>
    <message>
        <source>Cancelled a visit</source>
        <translation>ביטול תור</translation>
    </message>
    <message>
        <source>Searched conversations</source>
        <translation>חיפוש בשיחות</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>כניסה</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>יציאה</translation>
    </message>
    <message>
        <source>Locked the desk</source>
        <translation>נעילת הדלפק</translation>
    </message>
    <message>
        <source>Typed a wrong PIN</source>
        <translation>קוד אישי שגוי</translation>
    </message>
    <message>
        <source>Added somebody to the staff</source>
        <translation>הוספת איש או אשת צוות</translation>
    </message>
    <message>
        <source>Changed somebody of the staff</source>
        <translation>שינוי פרטים של איש או אשת צוות</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>הגדרת קוד אישי</translation>
    </message>
    <message>
        <source>Took a PIN away</source>
        <translation>מחיקת קוד אישי</translation>
    </message>
    <message>
        <source>Changed the rules of signing in</source>
        <translation>שינוי כללי הכניסה</translation>
    </message>
    <message>
        <source>Added a quick reply</source>
        <translation>הוספת תשובה מהירה</translation>
    </message>
    <message>
        <source>Changed a quick reply</source>
        <translation>עריכת תשובה מהירה</translation>
    </message>
    <message>
        <source>Deleted a quick reply</source>
        <translation>מחיקת תשובה מהירה</translation>
    </message>
    <message>
        <source>Read the session of a service</source>
        <translation>צפייה בתהליך של שירות</translation>
    </message>
    <message>
        <source>Fetched what a service collected</source>
        <translation>משיכת מה ששירות אסף</translation>
    </message>
    <message>
        <source>Changed the session of a service</source>
        <translation>שינוי בתהליך של שירות</translation>
    </message>
    <message>
        <source>Led a conversation from another program</source>
        <translation>ניהול שיחה מתוכנה אחרת</translation>
    </message>
    <message>
        <source>Issued a parent&apos;s code</source>
        <translation>הנפקת קוד הורה</translation>
    </message>
    <message>
        <source>Gave a right parent&apos;s code</source>
        <translation>הזנת קוד הורה נכון</translation>
    </message>
    <message>
        <source>Gave a wrong parent&apos;s code</source>
        <translation>הזנת קוד הורה שגוי</translation>
    </message>
    <message>
        <source>Locked a parent&apos;s code</source>
        <translation>נעילת קוד הורה</translation>
    </message>
    <message>
        <source>Removed a patient&apos;s codes</source>
        <translation>מחיקת הקודים של מטופל/ת</translation>
    </message>
    <message>
        <source>Searched by phone what is kept of a patient</source>
        <translation>חיפוש לפי טלפון מה שמור על מטופל/ת</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>קריאת יומן הביקורת</translation>
    </message>
    <message>
        <source>Saved the audit log to a file</source>
        <translation>שמירת יומן הביקורת לקובץ</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>כל הפעולות</translation>
    </message>
    <message>
        <source>Conversations and messages</source>
        <translation>שיחות והודעות</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>הסלמות</translation>
    </message>
    <message>
        <source>Records, files and memory</source>
        <translation>רשומות, קבצים וזיכרון</translation>
    </message>
    <message>
        <source>Day book</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>Private links of doctors</source>
        <translation>קישורים אישיים של רופאים</translation>
    </message>
    <message>
        <source>Erasing, handing over, this log</source>
        <translation>מחיקה, מסירת מידע והיומן הזה</translation>
    </message>
    <message>
        <source>Delpek itself</source>
        <translation>דלפק עצמו</translation>
    </message>
    <message>
        <source>A patient</source>
        <translation>מטופל/ת</translation>
    </message>
    <message>
        <source>Conversation %1, not here any more</source>
        <translation>שיחה %1, כבר לא כאן</translation>
    </message>
    <message>
        <source>A patient who is not here any more</source>
        <translation>מטופל/ת שכבר לא כאן</translation>
    </message>
    <message>
        <source>A message of %1</source>
        <translation>הודעה בשיחה עם %1</translation>
    </message>
    <message>
        <source>A message that is not here any more</source>
        <translation>הודעה שכבר לא כאן</translation>
    </message>
    <message>
        <source>Escalation %1 · %2</source>
        <translation>הסלמה %1 · %2</translation>
    </message>
    <message>
        <source>Escalation %1, not here any more</source>
        <translation>הסלמה %1, כבר לא כאן</translation>
    </message>
    <message>
        <source>Somebody of the staff</source>
        <translation>איש או אשת צוות</translation>
    </message>
    <message>
        <source>The day book of %1</source>
        <translation>היומן של %1</translation>
    </message>
    <message>
        <source>The day book from %1 to %2</source>
        <translation>היומן מ־%1 עד %2</translation>
    </message>
    <message>
        <source>Quick reply %1</source>
        <translation>תשובה מהירה %1</translation>
    </message>
    <message>
        <source>Patient %1 of the records</source>
        <translation>מטופל/ת %1 ברשומות</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <translation>תור %1</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>תהליך %1</translation>
    </message>
    <message>
        <source>Parent&apos;s code %1</source>
        <translation>קוד הורה %1</translation>
    </message>
    <message>
        <source>This clinic&apos;s desks</source>
        <translation>הדלפקים של המרפאה</translation>
    </message>
    <message>
        <source>The audit log</source>
        <translation>יומן הביקורת</translation>
    </message>
    <message>
        <source>Broken: entry %1 is missing or was changed. Whole entries before it: %2.</source>
        <translation>היומן נפגע: רשומה %1 חסרה או ששונתה. מספר הרשומות השלמות שלפניה: %2.</translation>
    </message>
    <message>
        <source>Whole: all %1 entries are as they were written.</source>
        <translation>היומן שלם: כל %1 הרשומות הן כפי שנכתבו.</translation>
    </message>
    <message>
        <source>Put a conversation off</source>
        <translation>דחיית שיחה למועד אחר</translation>
    </message>
    <message>
        <source>Brought a conversation back that was put off</source>
        <translation>החזרת שיחה שנדחתה</translation>
    </message>
    <message>
        <source>Labelled a conversation</source>
        <translation>סימון שיחה בתווית</translation>
    </message>
    <message>
        <source>Took a label off a conversation</source>
        <translation>הסרת תווית משיחה</translation>
    </message>
    <message>
        <source>Added a label</source>
        <translation>הוספת תווית</translation>
    </message>
    <message>
        <source>Changed a label</source>
        <translation>שינוי תווית</translation>
    </message>
    <message>
        <source>Deleted a label</source>
        <translation>מחיקת תווית</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>תווית %1</translation>
    </message>
    <message>
        <source>Planned a message for later</source>
        <translation>תזמון הודעה למועד אחר</translation>
    </message>
    <message>
        <source>Took a planned message up again</source>
        <translation>החזרת הודעה מתוזמנת לעריכה</translation>
    </message>
    <message>
        <source>Cancelled a planned message</source>
        <translation>ביטול הודעה מתוזמנת</translation>
    </message>
    <message>
        <source>Sent a planned message at once</source>
        <translation>שליחה מיידית של הודעה מתוזמנת</translation>
    </message>
    <message>
        <source>A planned message was sent</source>
        <translation>הודעה מתוזמנת נשלחה</translation>
    </message>
    <message>
        <source>A planned message was not sent</source>
        <translation>הודעה מתוזמנת לא נשלחה</translation>
    </message>
    <message>
        <source>Signing in and shifts</source>
        <translation>כניסה, נעילה ומשמרות</translation>
    </message>
    <message>
        <source>Began a shift</source>
        <translation>כניסה למשמרת</translation>
    </message>
    <message>
        <source>Ended a shift with a hand-over sheet</source>
        <translation>סיום משמרת עם דף חפיפה</translation>
    </message>
    <message>
        <source>Ended a forgotten shift by beginning the next one</source>
        <translation>סיום משמרת שנשכחה, עם תחילת הבאה</translation>
    </message>
    <message>
        <source>Opened a hand-over sheet</source>
        <translation>פתיחת דף חפיפה</translation>
    </message>
    <message>
        <source>Confirmed having read a hand-over sheet</source>
        <translation>אישור קריאה של דף חפיפה</translation>
    </message>
    <message>
        <source>Shift %1</source>
        <translation>משמרת %1</translation>
    </message>
    <message>
        <source>Changed settings of the clinic</source>
        <translation>שינוי הגדרות המרפאה</translation>
    </message>
    <message>
        <source>Set a key or token of a connection</source>
        <translation>הגדרת מפתח של חיבור</translation>
    </message>
    <message>
        <source>Removed a key or token of a connection</source>
        <translation>הסרת מפתח של חיבור</translation>
    </message>
    <message>
        <source>Checked a connection</source>
        <translation>בדיקת חיבור</translation>
    </message>
    <message>
        <source>Staff, quick replies, labels and connections</source>
        <translation>צוות, תשובות מהירות, תוויות וחיבורים</translation>
    </message>
    <message>
        <source>The clinic&apos;s connections</source>
        <translation>החיבורים של המרפאה</translation>
    </message>
    <message>
        <source>Reported a turn of the agent as wrong</source>
        <translation>דיווח על טעות של הסוכן</translation>
    </message>
    <message>
        <source>Took a report of a turn back</source>
        <translation>ביטול של דיווח על טעות</translation>
    </message>
    <message>
        <source>Settled a report of a turn</source>
        <translation>סגירה של דיווח על טעות</translation>
    </message>
    <message>
        <source>Opened a report of a turn again</source>
        <translation>פתיחה מחדש של דיווח על טעות</translation>
    </message>
    <message>
        <source>Read the reports of turns</source>
        <translation>קריאת הדיווחים על טעויות</translation>
    </message>
    <message>
        <source>Saved the reports of turns to a file</source>
        <translation>שמירת הדיווחים על טעויות לקובץ</translation>
    </message>
    <message>
        <source>The reports of turns</source>
        <translation>הדיווחים על טעויות</translation>
    </message>
    <message>
        <source>Changed a service</source>
        <translation>שינוי של שירות</translation>
    </message>
    <message>
        <source>Switched a service on</source>
        <translation>הפעלה של שירות</translation>
    </message>
    <message>
        <source>Switched a service off</source>
        <translation>כיבוי של שירות</translation>
    </message>
    <message>
        <source>Removed the clinic&apos;s file of a service</source>
        <translation>הסרה של קובץ המרפאה לשירות</translation>
    </message>
    <message>
        <source>Chose the folder of the clinic&apos;s services</source>
        <translation>בחירה של תיקיית השירותים של המרפאה</translation>
    </message>
    <message>
        <source>Chose the agents who answer</source>
        <translation>בחירה של הסוכנים שעונים</translation>
    </message>
    <message>
        <source>Asked WhatsApp what it says of the templates</source>
        <translation>בדיקה ב־WhatsApp של מצב התבניות</translation>
    </message>
    <message>
        <source>Handed a template in for approval</source>
        <translation>הגשה של תבנית לאישור</translation>
    </message>
    <message>
        <source>Services, agents, templates and parents&apos; codes</source>
        <translation>שירותים, סוכנים, תבניות וקודי הורים</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>שירות %1</translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation>תבנית %1</translation>
    </message>
    <message>
        <source>The clinic&apos;s services and agents</source>
        <translation>השירותים והסוכנים של המרפאה</translation>
    </message>
    <message>
        <source>The clinic&apos;s templates</source>
        <translation>התבניות של המרפאה</translation>
    </message>
    <message>
        <source>Joined two cards of a patient</source>
        <translation>מיזוג שני כרטיסים של מטופל</translation>
    </message>
    <message>
        <source>Took two joined cards apart again</source>
        <translation>הפרדת כרטיסים שמוזגו</translation>
    </message>
    <message>
        <source>Looked for a card in the records</source>
        <translation>חיפוש כרטיס ברשומות</translation>
    </message>
    <message>
        <source>Changed hours of the clinic or a doctor</source>
        <translation>שינוי שעות של המרפאה או של רופא</translation>
    </message>
    <message>
        <source>Closed the clinic or entered time off</source>
        <translation>סגירת המרפאה או רישום היעדרות</translation>
    </message>
    <message>
        <source>Took out a closure or time off</source>
        <translation>הסרת סגירה או היעדרות</translation>
    </message>
    <message>
        <source>Looked which visits new hours or time off touch</source>
        <translation>בדיקה באילו תורים נוגעות שעות חדשות או היעדרות</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>המרפאה</translation>
    </message>
    <message>
        <source>Doctor %1 of the records</source>
        <translation>רופא %1 ברשומות</translation>
    </message>
    <message>
        <source>Had a backup made</source>
        <translation>הזמנת גיבוי</translation>
    </message>
    <message>
        <source>Changed when and where backups are made</source>
        <translation>שינוי מתי ולאן מגבים</translation>
    </message>
    <message>
        <source>Copies of the clinic&apos;s data</source>
        <translation>גיבויים של נתוני המרפאה</translation>
    </message>
    <message>
        <source>Began to link the clinic&apos;s phone</source>
        <translation>התחלת קישור הטלפון של המרפאה</translation>
    </message>
    <message>
        <source>Wrote a template of the clinic&apos;s own</source>
        <translation>כתיבה של תבנית של המרפאה</translation>
    </message>
    <message>
        <source>Removed a template of the clinic&apos;s own</source>
        <translation>הסרה של תבנית של המרפאה</translation>
    </message>
    <message>
        <source>Said that two cards are of two people</source>
        <translation>ציון ששני כרטיסים שייכים לשני אנשים שונים</translation>
    </message>
    <message>
        <source>Gave somebody of the staff another name</source>
        <translation>שינוי שם של איש/ת צוות</translation>
    </message>
    <message>
        <source>Put somebody on duty</source>
        <translation>שיבוץ לתורנות</translation>
    </message>
    <message>
        <source>Changed when somebody is on duty</source>
        <translation>שינוי בתורנות</translation>
    </message>
    <message>
        <source>Took somebody off duty</source>
        <translation>הסרה מתורנות</translation>
    </message>
    <message>
        <source>Changed the clinic's name, address or telephone</source>
        <translation>שינוי שם המרפאה, הכתובת או הטלפון</translation>
    </message>
    <message>
        <source>Added a treatment</source>
        <translation>הוספת טיפול לרשימת הטיפולים</translation>
    </message>
    <message>
        <source>Changed a treatment or its price</source>
        <translation>שינוי ברשימת הטיפולים או במחיר</translation>
    </message>
    <message>
        <source>Took out a treatment</source>
        <translation>הסרת טיפול מרשימת הטיפולים</translation>
    </message>
    <message>
        <source>Offered a treatment again</source>
        <translation>החזרת טיפול לרשימת הטיפולים</translation>
    </message>
    <message>
        <source>Added a dentist or hygienist</source>
        <translation>הוספה לצוות המטפל</translation>
    </message>
    <message>
        <source>Changed a dentist or hygienist</source>
        <translation>שינוי פרטים בצוות המטפל</translation>
    </message>
    <message>
        <source>Noted that somebody treats here no more</source>
        <translation>סיום עבודה של מטפל או מטפלת</translation>
    </message>
    <message>
        <source>Noted that somebody treats here again</source>
        <translation>חזרה לעבודה של מטפל או מטפלת</translation>
    </message>
    <message>
        <source>Looked which visits are booked with somebody who leaves</source>
        <translation>צפייה בתורים אצל מי שמסיים לעבוד</translation>
    </message>
    <message>
        <source>Said whose card belongs to who writes</source>
        <translation>שיוך כרטיס למי שכותב</translation>
    </message>
    <message>
        <source>Took back whose card belongs to who writes</source>
        <translation>ביטול שיוך כרטיס למי שכותב</translation>
    </message>
    <message>
        <source>Entered a new patient</source>
        <translation>רישום מטופל/ת חדש/ה</translation>
    </message>
    <message>
        <source>Saw the list of conversations</source>
        <translation>צפייה ברשימת השיחות</translation>
    </message>
    <message>
        <source>Saw the list of escalations</source>
        <translation>צפייה ברשימת ההסלמות</translation>
    </message>
    <message>
        <source>Day book</source>
        <translation>היומן</translation>
    </message>
</context>
<context>
    <name>delpek::ui::AuditModel</name>
    <message>
        <source>%1, %2: %3. %4</source>
        <translation>%1, %2: %3. %4</translation>
    </message>
    <message>
        <source>Entry %1: %2</source>
        <translation>רשומה %1: %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>מתי</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>מי</translation>
    </message>
    <message>
        <source>What</source>
        <translation>מה</translation>
    </message>
    <message>
        <source>About</source>
        <translation>על מה</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>פרטים</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ChainLine</name>
    <message>
        <source>Checking… %1 entries so far</source>
        <translation>בבדיקה… %1 רשומות עד כה</translation>
    </message>
    <message>
        <source>The log could not be checked.</source>
        <translation>לא הצלחנו לבדוק את היומן.</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>היומן עוד לא נבדק.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>לבדוק עכשיו</translation>
    </message>
</context>
<context>
    <name>delpek::ui::AuditPage</name>
    <message>
        <source>Save the audit log</source>
        <translation>שמירת יומן הביקורת</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>שורות JSON ‏(*.jsonl)</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>לא נשמר: %1</translation>
    </message>
    <message>
        <source>Saved with %1 entries: %2</source>
        <translation>נשמר עם %1 רשומות: %2</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>בחיפוש…</translation>
    </message>
    <message>
        <source>The log could not be read.</source>
        <translation>לא הצלחנו לקרוא את היומן.</translation>
    </message>
    <message>
        <source>No entry is like this.</source>
        <translation>אין רשומות כאלה.</translation>
    </message>
    <message>
        <source>Entry %1 · %2 · sealed with %3</source>
        <translation>רשומה %1 · %2 · חתימה %3</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation>בחירת רשומה מציגה אותה כאן במלואה.</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>יומן ביקורת</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>לקרוא שוב</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>שמירה לקובץ…</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>כולם</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>כל הימים</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 ימים</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 ימים</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>ימים אחרים</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>מי</translation>
    </message>
    <message>
        <source>What</source>
        <translation>מה</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>ימים</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>היום הראשון</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>היום האחרון</translation>
    </message>
    <message>
        <source>One conversation only ✕</source>
        <translation>רק שיחה אחת ✕</translation>
    </message>
    <message>
        <source>One conversation only: show all again</source>
        <translation>רק שיחה אחת: להציג שוב הכול</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>לפתוח את השיחה</translation>
    </message>
    <message>
        <source>All about this conversation</source>
        <translation>כל מה שנוגע לשיחה הזאת</translation>
    </message>
</context>
<context>
    <name>delpek::ui::PrivacyPage</name>
    <message>
        <source>No conversation with this number is kept.</source>
        <translation>אין שיחה שמורה עם המספר הזה.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>פרטיות</translation>
    </message>
    <message>
        <source>Erase what is kept of a patient</source>
        <translation>מחיקת מה ששמור על מטופל/ת</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;טלפון</translation>
    </message>
    <message>
        <source>Look what is kept…</source>
        <translation>לבדוק מה שמור…</translation>
    </message>
    <message>
        <source>First you see how much there is and what stays. A patient without a phone is erased from the conversation itself: the button is at the end of the Patient tab. The clinic&apos;s records are never touched.</source>
        <translation>קודם רואים כמה יש ומה נשאר. מטופל/ת בלי טלפון מוחקים מתוך השיחה עצמה: הכפתור נמצא בסוף הלשונית ״מטופל/ת״. ברשומות המרפאה לא נוגעים לעולם.</translation>
    </message>
    <message>
        <source>What leaves the clinic</source>
        <translation>מה יוצא מהמרפאה</translation>
    </message>
    <message>
        <source>Messages travel by the channels that are connected, and notices to the staff by the ways that are set up. Voice notes go to a service that writes them down only where %1 names one.</source>
        <translation>ההודעות עוברות בערוצים שמחוברים, והתראות לצוות בדרכים שהוגדרו. הודעות קוליות נשלחות לשירות שמתמלל אותן רק אם הוא רשום ב־%1.</translation>
    </message>
    <message>
        <source>No language model is asked, so none reads what patients write.</source>
        <translation>לא פונים למודל שפה, ולכן שום מודל לא קורא את מה שמטופלים כותבים.</translation>
    </message>
    <message>
        <source>A language model (%1) reads what patients write when it is asked for an answer; names, phone numbers and addresses leave as placeholders unless %2 is off.</source>
        <translation>מודל שפה (%1) קורא את מה שמטופלים כותבים כשפונים אליו לתשובה; שמות, מספרי טלפון וכתובות יוצאים מוסתרים, אלא אם %2 כבוי.</translation>
    </message>
    <message>
        <source>Save and erase</source>
        <translation>שמירה ומחיקה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Erase conversations by themselves</source>
        <translation>מחיקה אוטומטית של שיחות</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) would be erased at the next start: no word was written there for %1 days or longer.</source>
        <translation>
            <numerusform>שיחה אחת תימחק בהפעלה הבאה: לא נכתב בה דבר במשך %1 ימים או יותר.</numerusform>
            <numerusform>%n שיחות יימחקו בהפעלה הבאה: לא נכתב בהן דבר במשך %1 ימים או יותר.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of that can be brought back, but for what copies of the data made before still hold.</source>
        <translation>אי אפשר לשחזר את זה, מלבד מה שנמצא בגיבויים שנעשו קודם.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ErasureForm</name>
    <message>
        <source>Erase for good</source>
        <translation>למחוק לצמיתות</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Erase what is kept of a patient</source>
        <translation>מחיקת מה ששמור על מטופל/ת</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>שיחה</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>הודעה אחרונה</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>מה יש</translation>
    </message>
    <message>
        <source>Conversations of this person</source>
        <translation>השיחות של האדם הזה</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Gone for good: the messages in all versions, files and voice messages, decisions, escalations, drafts, internal notes, offered times and wishes for one. With the last conversation of somebody also what is remembered of them.</source>
        <translation>נמחקים לצמיתות: ההודעות על כל גרסאותיהן, קבצים והודעות קוליות, החלטות, הסלמות, טיוטות, הערות פנימיות, מועדים שהוצעו ובקשות לתור. עם השיחה האחרונה של אדם נמחק גם מה שנזכר עליו.</translation>
    </message>
    <message>
        <source>What stays: the clinic&apos;s records, with visits, invoices and the exchanges with a doctor; the audit log, without any words; and that somebody wants no messages or is blocked.</source>
        <translation>מה נשאר: רשומות המרפאה, עם התורים, החשבוניות וההתכתבויות עם רופא/ה; יומן הביקורת, בלי אף מילה מהשיחות; וגם העובדה שמישהו ביקש לא לקבל הודעות או נחסם.</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>לא סומנה אף שיחה.</translation>
    </message>
    <message>
        <source>To be erased: %1</source>
        <translation>יימחקו: %1</translation>
    </message>
    <message>
        <source>To erase, type the last four digits of %1</source>
        <translation>כדי למחוק, יש להקליד את ארבע הספרות האחרונות של %1</translation>
    </message>
    <message>
        <source>To erase, type the number of the conversation: %1</source>
        <translation>כדי למחוק, יש להקליד את מספר השיחה: %1</translation>
    </message>
    <message>
        <source>Nothing was erased. %1</source>
        <translation>שום דבר לא נמחק. %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message numerus="yes">
        <source>%n conversations were erased.</source>
        <translation>
            <numerusform>נמחקה שיחה אחת.</numerusform>
            <numerusform>נמחקו %n שיחות.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasureWords</name>
    <message>
        <source>An escalation is open. Close it first.</source>
        <translation>יש הסלמה פתוחה. צריך לסגור אותה קודם.</translation>
    </message>
    <message>
        <source>An exchange with the doctor is not in the patient&apos;s record yet. Choose the record first.</source>
        <translation>התכתבות עם רופא/ה עוד לא תויקה ברשומה. צריך לבחור קודם את הרשומה.</translation>
    </message>
    <message>
        <source>A message is on its way to the provider. Try again in a minute.</source>
        <translation>יש הודעה בדרך לספק. כדאי לנסות שוב בעוד דקה.</translation>
    </message>
    <message>
        <source>The records are being changed for this patient. Try again in a minute.</source>
        <translation>הרשומות של המטופל/ת משתנות ברגע זה. כדאי לנסות שוב בעוד דקה.</translation>
    </message>
    <message>
        <source>This is no phone number. Write it as 054-1234567, or with the country&apos;s code.</source>
        <translation>זה לא מספר טלפון. אפשר לכתוב 054-1234567, או עם קידומת המדינה.</translation>
    </message>
    <message>
        <source>The file cannot be written there. Choose another folder, or free some space.</source>
        <translation>אי אפשר לכתוב שם את הקובץ. כדאי לבחור תיקייה אחרת, או לפנות מקום.</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>הודעות: %1</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>קבצים: %1</translation>
    </message>
    <message>
        <source>Decisions: %1</source>
        <translation>החלטות: %1</translation>
    </message>
    <message>
        <source>Escalations: %1</source>
        <translation>הסלמות: %1</translation>
    </message>
    <message>
        <source>Notes: %1</source>
        <translation>הערות: %1</translation>
    </message>
    <message>
        <source>Nothing was written yet</source>
        <translation>עוד לא נכתב דבר</translation>
    </message>
</context>
<context>
    <name>SortingWords</name>
    <message>
        <source>today at %1</source>
        <translation>היום ב־%1</translation>
    </message>
    <message>
        <source>tomorrow at %1</source>
        <translation>מחר ב־%1</translation>
    </message>
    <message>
        <source>on %1 at %2</source>
        <comment>a day of the week</comment>
        <translation>ב%1 ב־%2</translation>
    </message>
    <message>
        <source>on %1 at %2</source>
        <comment>a date</comment>
        <translation>ב־%1 ב־%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>בעוד שעה</translation>
    </message>
    <message>
        <source>In three hours</source>
        <translation>בעוד שלוש שעות</translation>
    </message>
    <message>
        <source>Tomorrow morning at %1</source>
        <translation>מחר בבוקר ב־%1</translation>
    </message>
    <message>
        <source>When the week begins</source>
        <translation>בתחילת השבוע</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>בעוד שבוע</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as read.</source>
        <translation>
            <numerusform>שיחה אחת סומנה כנקראה.</numerusform>
            <numerusform>%n שיחות סומנו כנקראו.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) put off: %1.</source>
        <translation>
            <numerusform>שיחה אחת נדחתה: %1.</numerusform>
            <numerusform>%n שיחות נדחו: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) back in the list.</source>
        <translation>
            <numerusform>שיחה אחת חזרה לרשימה.</numerusform>
            <numerusform>%n שיחות חזרו לרשימה.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) labelled %1.</source>
        <translation>
            <numerusform>שיחה אחת קיבלה את התווית %1.</numerusform>
            <numerusform>%n שיחות קיבלו את התווית %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %1 taken off %n conversation(s).</source>
        <translation>
            <numerusform>התווית %1 הוסרה משיחה אחת.</numerusform>
            <numerusform>התווית %1 הוסרה מ־%n שיחות.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): an escalation is open there.</source>
        <translation>
            <numerusform>שיחה אחת נשארה ברשימה: יש בה הסלמה פתוחה.</numerusform>
            <numerusform>%n שיחות נשארו ברשימה: יש בהן הסלמה פתוחה.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>אפור</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>כחול</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>ירוק</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>זית</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>חום</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>ורוד</translation>
    </message>
    <message>
        <source>Give the label a name.</source>
        <translation>צריך לתת לתווית שם.</translation>
    </message>
    <message>
        <source>The label&apos;s name is too long. 30 characters are the most.</source>
        <translation>שם התווית ארוך מדי. אפשר עד 30 תווים.</translation>
    </message>
    <message>
        <source>There are 40 labels already. Delete one that nobody uses any more.</source>
        <translation>כבר יש 40 תוויות. אפשר למחוק תווית שכבר לא בשימוש.</translation>
    </message>
    <message>
        <source>There is a label of this name already.</source>
        <translation>כבר יש תווית בשם הזה.</translation>
    </message>
    <message>
        <source>This label was deleted at another desk.</source>
        <translation>התווית הזאת נמחקה בעמדה אחרת.</translation>
    </message>
    <message>
        <source>At most 500 conversations at once. Select fewer.</source>
        <translation>אפשר לטפל בעד 500 שיחות בבת אחת. צריך לבחור פחות.</translation>
    </message>
    <message>
        <source>Choose a time that is still ahead, at most a year from now.</source>
        <translation>צריך לבחור מועד שעוד לא עבר, עד שנה מהיום.</translation>
    </message>
    <message>
        <source>This label was changed at another desk meanwhile. Save again if yours is to stand.</source>
        <translation>התווית שונתה בינתיים בעמדה אחרת. שמירה נוספת תחליף אותה בנוסח שלך.</translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): somebody else is working on them.</source>
        <translation>
            <numerusform>שיחה אחת נשארה ברשימה: מישהו אחר מטפל בה.</numerusform>
            <numerusform>%n שיחות נשארו ברשימה: מישהו אחר מטפל בהן.</numerusform>
        </translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>היום אחר הצהריים</translation>
    </message>
    <message numerus="yes">
        <source>The agent goes on in %n conversation(s).</source>
        <translation>
            <numerusform>הסוכן ממשיך בשיחה אחת.</numerusform>
            <numerusform>הסוכן ממשיך ב־%n שיחות.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): the patient waits for an answer there.</source>
        <translation>
            <numerusform>שיחה אחת נשארה ברשימה: ממתינים בה לתשובה.</numerusform>
            <numerusform>%n שיחות נשארו ברשימה: ממתינים בהן לתשובה.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Mark as read</source>
        <translation>סימון כנקרא</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>דחייה למועד אחר</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>תוויות</translation>
    </message>
    <message>
        <source>Bring back now</source>
        <translation>החזרה לרשימה עכשיו</translation>
    </message>
    <message>
        <source>Not while an escalation is open</source>
        <translation>אי אפשר כל עוד יש הסלמה פתוחה</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>מועד אחר…</translation>
    </message>
    <message>
        <source>Add and change labels…</source>
        <translation>הוספה ושינוי של תוויות…</translation>
    </message>
    <message>
        <source>Give back to the agent</source>
        <translation>החזרה לסוכן</translation>
    </message>
</context>
<context>
    <name>delpek::ui::Sorter</name>
    <message>
        <source>As it was before.</source>
        <translation>הכול חזר למה שהיה.</translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) as they are: something happened there since.</source>
        <translation>
            <numerusform>שיחה אחת נשארה כפי שהיא: קרה בה משהו מאז.</numerusform>
            <numerusform>%n שיחות נשארו כפי שהן: קרה בהן משהו מאז.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::SortBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>נבחרה אחת</numerusform>
            <numerusform>נבחרו %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>סימון כנקרא</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>דחייה למועד אחר</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>תוויות</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>ניקוי הבחירה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Give back to the agent</source>
        <translation>החזרה לסוכן</translation>
    </message>
</context>
<context>
    <name>delpek::ui::LabelEditor</name>
    <message>
        <source>New label</source>
        <translation>תווית חדשה</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>מחיקה</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>תוויות</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>צבע</translation>
    </message>
    <message>
        <source>Saved for all desks.</source>
        <translation>נשמר לכל העמדות.</translation>
    </message>
    <message>
        <source>Deleted, also from the conversations that had it.</source>
        <translation>התווית נמחקה, גם מהשיחות שסומנו בה.</translation>
    </message>
    <message>
        <source>Takes the label off all conversations, too</source>
        <translation>התווית יורדת גם מכל השיחות</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>מחיקת תווית</translation>
    </message>
    <message>
        <source>Delete the label %1? It comes off every conversation that has it, at all desks.</source>
        <translation>למחוק את התווית %1? היא תוסר מכל השיחות שסומנו בה, בכל העמדות.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ShortcutsPage</name>
    <message>
        <source>The conversation</source>
        <translation>השיחה</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>כתיבה</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>חיפוש</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>הסלמות</translation>
    </message>
    <message>
        <source>Going somewhere</source>
        <translation>מעבר בין מסכים</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>החלון הזה</translation>
    </message>
    <message>
        <source>All keys as they were</source>
        <translation>החזרת כל המקשים</translation>
    </message>
    <message>
        <source>Every command gets its standard keys back. What you chose is forgotten.</source>
        <translation>כל הפקודות יחזרו למקשים הרגילים. הבחירות שלך יימחקו.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>להחזיר הכול</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>להשאיר את שלי</translation>
    </message>
    <message>
        <source>%1 is already used for “%2”. Give that command other keys first.</source>
        <translation>%1 כבר משמש לפקודה „%2”. קודם צריך לתת לה מקשים אחרים.</translation>
    </message>
    <message>
        <source>%1 alone would be typed into a message. Hold Ctrl with it, or choose a function key.</source>
        <translation>%1 לבד ייכתב בתוך ההודעה. אפשר לצרף אליו Ctrl או לבחור מקש פונקציה.</translation>
    </message>
    <message>
        <source>%1 belongs to writing: to copy, to undo or to move in a text.</source>
        <translation>%1 שייך לכתיבה: העתקה, ביטול פעולה או תנועה בטקסט.</translation>
    </message>
    <message>
        <source>Alt with a letter or a digit is kept for fields of forms and for ready answers.</source>
        <translation>Alt עם אות או ספרה שמור לשדות בטפסים ולתשובות המוכנות.</translation>
    </message>
    <message>
        <source>%1 belongs to the computer or to the window itself.</source>
        <translation>%1 שייך למחשב או לחלון עצמו.</translation>
    </message>
    <message>
        <source>This letter is not on every keyboard. Switch the keyboard to English and press again.</source>
        <translation>האות הזאת לא נמצאת בכל מקלדת. אפשר לעבור לאנגלית וללחוץ שוב.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>מקשי קיצור</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>פקודה</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>מקשים</translation>
    </message>
    <message>
        <source>Standard keys</source>
        <translation>המקשים הרגילים</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>ללא מקשים</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>החזרת הכול…</translation>
    </message>
    <message>
        <source>Choose a command, press Enter, then press its new keys. They are kept on this computer.</source>
        <translation>בוחרים פקודה, לוחצים Enter ואז את המקשים החדשים. הם נשמרים במחשב הזה.</translation>
    </message>
    <message>
        <source>%1: no keys</source>
        <translation>%1: ללא מקשים</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Keys for “%1”</source>
        <translation>המקשים של „%1”</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>משמרות</translation>
    </message>
</context>
<context>
    <name>DesktopWords</name>
    <message>
        <source>The computer did not let Delpek change this. Nothing was changed.</source>
        <translation>המחשב לא אפשר לדלפק לשנות את זה. שום דבר לא השתנה.</translation>
    </message>
    <message>
        <source>This link was not followed: it leads to no conversation, no escalation and no day of the book.</source>
        <translation>הקישור לא נפתח: הוא לא מוביל לשיחה, להסלמה או ליום ביומן.</translation>
    </message>
    <message>
        <source>The conversation of this link is not here. It may have been erased, or the link comes from another clinic.</source>
        <translation>השיחה שבקישור לא נמצאת כאן. ייתכן שהיא נמחקה, או שהקישור הגיע ממרפאה אחרת.</translation>
    </message>
    <message>
        <source>The escalation of this link is not here. It may have been erased, or the link comes from another clinic.</source>
        <translation>ההסלמה שבקישור לא נמצאת כאן. ייתכן שהיא נמחקה, או שהקישור הגיע ממרפאה אחרת.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::RulesPage</name>
    <message>
        <source>Nothing that is typed here is kept or sent.</source>
        <translation>מה שנכתב כאן לא נשמר ולא נשלח.</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>No rule fires. The agent may answer.</source>
        <translation>אף כלל לא הופעל. הסוכן רשאי לענות.</translation>
    </message>
    <message>
        <source>The patient would get: %1</source>
        <translation>התשובה שתישלח: %1</translation>
    </message>
    <message>
        <source>The patient would get: %1
and be asked: %2</source>
        <translation>התשובה שתישלח: %1
ואחריה השאלה: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No rule has these words.</source>
        <translation>אין כלל עם המילים האלה.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Fires for</source>
        <translation>מופעל על</translation>
    </message>
    <message>
        <source>Stays silent for</source>
        <translation>לא מופעל על</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>מקור</translation>
    </message>
    <message>
        <source>Changed last in version %1</source>
        <translation>שונה לאחרונה בגרסה %1</translation>
    </message>
    <message>
        <source>Rules of urgency</source>
        <translation>כללי הדחיפות</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), version %1, read every message before any agent does. A second look, learned from labelled messages, may raise the urgency besides. Only a person lowers it.</source>
        <translation>
            <numerusform>כלל אחד, גרסה %1, עובר על כל הודעה לפני שסוכן כלשהו רואה אותה. מבט שני, שנלמד מהודעות מתויגות, יכול להעלות את הדחיפות בנוסף. רק אדם מוריד אותה.</numerusform>
            <numerusform>%n כללים, גרסה %1, עוברים על כל הודעה לפני שסוכן כלשהו רואה אותה. מבט שני, שנלמד מהודעות מתויגות, יכול להעלות את הדחיפות בנוסף. רק אדם מוריד אותה.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try a message</source>
        <translation>ניסיון של הודעה</translation>
    </message>
    <message>
        <source>As a patient would write it; each line is a message of its own</source>
        <translation>כמו שהייתה נכתבת למרפאה; כל שורה היא הודעה בפני עצמה</translation>
    </message>
    <message>
        <source>A message to try</source>
        <translation>הודעה לניסיון</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>חיפוש בכללים</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>כללים</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>an emergency; the ambulance, at once</source>
        <translation>מקרה חירום; אמבולנס, מיד</translation>
    </message>
    <message>
        <source>an emergency; within the hour</source>
        <translation>מקרה חירום; בתוך שעה</translation>
    </message>
    <message>
        <source>for the doctor; within 24 hours</source>
        <translation>לרופא; בתוך 24 שעות</translation>
    </message>
    <message>
        <source>for the doctor; this week</source>
        <translation>לרופא; השבוע</translation>
    </message>
    <message>
        <source>noted on the doctor&apos;s card</source>
        <translation>נרשם בכרטיס שהרופא רואה</translation>
    </message>
    <message>
        <source>Nothing judges messages at this desk.</source>
        <translation>בעמדה הזו לא נבדקות הודעות.</translation>
    </message>
    <message>
        <source>At most 4000 characters can be tried out.</source>
        <translation>אפשר לנסות עד 4000 תווים.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::HelpWindow</name>
    <message>
        <source>Delpek: guide</source>
        <translation>דלפק: מדריך</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>חיפוש במדריך</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>נושאים</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>דף במדריך</translation>
    </message>
    <message>
        <source>The guide is not part of this build.</source>
        <translation>המדריך לא נכלל בגרסה הזו.</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>אין במדריך דף עם המילים האלה.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::TimePicker</name>
    <message>
        <source>Put off</source>
        <translation>דחייה</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>עד מתי?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>This time is over.</source>
        <translation>המועד הזה כבר עבר.</translation>
    </message>
    <message>
        <source>At most a year ahead.</source>
        <translation>לכל היותר שנה קדימה.</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>שליחה במועד אחר</translation>
    </message>
    <message>
        <source>When is it to be sent?</source>
        <translation>מתי לשלוח?</translation>
    </message>
    <message>
        <source>Send then</source>
        <translation>לשלוח אז</translation>
    </message>
    <message>
        <source>WhatsApp takes free text only until %1.</source>
        <translation>וואטסאפ מאפשרת טקסט חופשי רק עד %1.</translation>
    </message>
    <message>
        <source>At most 30 days ahead.</source>
        <translation>לכל היותר 30 יום מראש.</translation>
    </message>
</context>
<context>
    <name>LaterMenu</name>
    <message>
        <source>Another time…</source>
        <translation>מועד אחר…</translation>
    </message>
    <message>
        <source>WhatsApp takes free text only until %1</source>
        <translation>וואטסאפ מאפשרת טקסט חופשי רק עד %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::LaterBar</name>
    <message>
        <source>Edit</source>
        <translation>עריכה</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>לשלוח עכשיו</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>לבטל את השליחה</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>להסיר</translation>
    </message>
</context>
<context>
    <name>LaterWords</name>
    <message>
        <source>Choose a time that is still ahead, at most 30 days from now.</source>
        <translation>יש לבחור מועד שעוד לא עבר, לכל היותר 30 יום מעכשיו.</translation>
    </message>
    <message>
        <source>WhatsApp&apos;s 24 hours for free text will be over by then. Choose an earlier time, or send a template then.</source>
        <translation>עד אז יעברו 24 השעות שבהן וואטסאפ מאפשרת טקסט חופשי. אפשר לבחור מועד מוקדם יותר, או לשלוח אז תבנית.</translation>
    </message>
    <message>
        <source>The patient asked for no messages.</source>
        <translation>התבקשנו לא לשלוח הודעות לשיחה הזאת.</translation>
    </message>
    <message>
        <source>10 messages wait in this conversation already. Send or cancel one first.</source>
        <translation>בשיחה הזאת כבר מחכות 10 הודעות. צריך לשלוח או לבטל אחת מהן קודם.</translation>
    </message>
    <message>
        <source>This message was sent or cancelled meanwhile.</source>
        <translation>ההודעה הזאת כבר נשלחה או בוטלה.</translation>
    </message>
    <message>
        <source>The patient blocked the clinic.</source>
        <translation>המרפאה נחסמה בצד השני.</translation>
    </message>
    <message>
        <source>The patient wrote meanwhile.</source>
        <translation>בינתיים הגיעה הודעה מהצד השני.</translation>
    </message>
    <message>
        <source>An escalation was opened meanwhile.</source>
        <translation>בינתיים נפתחה הסלמה.</translation>
    </message>
    <message>
        <source>The conversation was not held by its author any more.</source>
        <translation>השיחה כבר לא הייתה אצל מי שכתב את ההודעה.</translation>
    </message>
    <message>
        <source>Delpek was not running at that time.</source>
        <translation>דלפק לא פעלה באותו זמן.</translation>
    </message>
    <message>
        <source>WhatsApp&apos;s 24 hours for free text were over</source>
        <translation>עברו 24 השעות של וואטסאפ לטקסט חופשי</translation>
    </message>
    <message>
        <source>the patient asked for no messages</source>
        <translation>התבקשנו לא לשלוח הודעות לשיחה הזאת</translation>
    </message>
    <message>
        <source>the patient blocked the clinic</source>
        <translation>המרפאה נחסמה בצד השני</translation>
    </message>
    <message>
        <source>the patient wrote meanwhile</source>
        <translation>בינתיים הגיעה הודעה חדשה מהצד השני</translation>
    </message>
    <message>
        <source>an escalation was opened meanwhile</source>
        <translation>בינתיים נפתחה הסלמה</translation>
    </message>
    <message>
        <source>the conversation was not held by its author any more</source>
        <translation>השיחה כבר לא הייתה אצל מי שכתב את ההודעה</translation>
    </message>
    <message>
        <source>Delpek was not running at that time</source>
        <translation>דלפק לא פעלה באותו זמן</translation>
    </message>
    <message>
        <source>it could not be sent at that time</source>
        <translation>אי אפשר היה לשלוח אותה באותו זמן</translation>
    </message>
    <message>
        <source>To be sent %1 · %2</source>
        <translation>תישלח %1 · %2</translation>
    </message>
    <message>
        <source>Was not sent: %1 · %2</source>
        <translation>לא נשלחה: %1 · %2</translation>
    </message>
    <message>
        <source>Its author may not write to patients any more.</source>
        <translation>למי שכתב את ההודעה כבר אין הרשאה לכתוב למטופלים.</translation>
    </message>
    <message>
        <source>its author may not write to patients any more</source>
        <translation>למי שכתב אותה כבר אין הרשאה לכתוב למטופלים</translation>
    </message>
    <message>
        <source>Another conversation was opened meanwhile, so nothing was planned. The words are kept as a draft.</source>
        <translation>בינתיים נפתחה שיחה אחרת, ולכן שום דבר לא תוזמן. הטקסט נשמר כטיוטה.</translation>
    </message>
    <message>
        <source>The data was brought back from a copy: it may have gone out before.</source>
        <translation>הנתונים שוחזרו מגיבוי: ייתכן שההודעה כבר יצאה קודם.</translation>
    </message>
    <message>
        <source>the data was brought back from a copy, and it may have gone out before</source>
        <translation>הנתונים שוחזרו מגיבוי, וייתכן שההודעה כבר יצאה קודם</translation>
    </message>
</context>
<context>
    <name>ShiftWords</name>
    <message>
        <source>Your shift has begun already, perhaps at another desk.</source>
        <translation>המשמרת שלך כבר פתוחה, אולי מעמדה אחרת.</translation>
    </message>
    <message>
        <source>Your shift is not open any more. It was ended at another desk.</source>
        <translation>המשמרת שלך כבר לא פתוחה. היא הסתיימה בעמדה אחרת.</translation>
    </message>
    <message>
        <source>This hand-over sheet is not kept any more.</source>
        <translation>דף החפיפה הזה כבר לא שמור.</translation>
    </message>
    <message>
        <source>Your words are too long. 4,000 characters are the most.</source>
        <translation>הטקסט ארוך מדי. אפשר לכתוב עד 4,000 תווים.</translation>
    </message>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation>
            <numerusform>הודעה אחת שלא נקראה</numerusform>
            <numerusform>%n הודעות שלא נקראו</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody is on it yet</source>
        <translation>עוד אין מי שמטפל בזה</translation>
    </message>
    <message>
        <source>%1 is on it</source>
        <translation>בטיפול: %1</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 מאז %2</translation>
    </message>
    <message>
        <source>Open escalations</source>
        <translation>הסלמות פתוחות</translation>
    </message>
    <message>
        <source>Conversations of the person who went</source>
        <translation>שיחות שהיו בטיפול אישי</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>מחכות למענה אנושי</translation>
    </message>
    <message>
        <source>Messages that did not go out</source>
        <translation>הודעות שלא יצאו</translation>
    </message>
    <message>
        <source>Will be sent later</source>
        <translation>יישלחו בהמשך</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>נדחו להמשך</translation>
    </message>
    <message>
        <source>Stays with me</source>
        <translation>נשארת אצלי</translation>
    </message>
    <message>
        <source>Back to the agent</source>
        <translation>חוזרת לסוכן</translation>
    </message>
    <message>
        <source>To whoever is free</source>
        <translation>לכל מי שפנוי</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>פתוחה כבר %1</translation>
    </message>
    <message>
        <source>stays with %1</source>
        <translation>נשארה אצל %1</translation>
    </message>
    <message>
        <source>back with the agent</source>
        <translation>חזרה לסוכן</translation>
    </message>
    <message>
        <source>free for whoever takes it</source>
        <translation>פנויה למי שייקח</translation>
    </message>
    <message>
        <source>last message %1</source>
        <translation>הודעה אחרונה %1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>מחכה כבר %1</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>הודעה אחת</numerusform>
            <numerusform>%n הודעות</numerusform>
        </translation>
    </message>
    <message>
        <source>goes out %1</source>
        <translation>תצא %1</translation>
    </message>
    <message>
        <source>comes back %1</source>
        <translation>תחזור %1</translation>
    </message>
    <message>
        <source>seen to since</source>
        <translation>טופל מאז</translation>
    </message>
    <message>
        <source>%1 · on shift since %2</source>
        <translation>%1 · במשמרת מאז %2</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2, %3</translation>
    </message>
    <message>
        <source>%1 · from %2 to %3</source>
        <translation>%1 · מאז %2 ועד %3</translation>
    </message>
</context>
<context>
    <name>SheetDocument</name>
    <message>
        <source>In %1&apos;s own words</source>
        <translation>במילים של %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Read by: %1</source>
        <translation>נקרא על ידי: %1</translation>
    </message>
    <message>
        <source>This shift was not ended by hand, but when the next one began. The sheet says what was open then.</source>
        <translation>המשמרת הזו לא נסגרה ידנית, אלא כשנפתחה המשמרת הבאה. בדף כתוב מה היה פתוח באותו רגע.</translation>
    </message>
    <message>
        <source>Nothing was left open.</source>
        <translation>לא נשאר שום דבר פתוח.</translation>
    </message>
    <message>
        <source>Nothing else is open.</source>
        <translation>שום דבר אחר לא פתוח.</translation>
    </message>
    <message>
        <source>Conversations with unread messages: %1</source>
        <translation>שיחות עם הודעות שלא נקראו: %1</translation>
    </message>
    <message>
        <source>Internal notes of this shift</source>
        <translation>הערות פנימיות מהמשמרת</translation>
    </message>
    <message>
        <source>There are more; these are the last ones.</source>
        <translation>יש עוד; אלה האחרונות.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ShiftBar</name>
    <message>
        <source>You are not on shift, and nobody else is.</source>
        <translation>עוד לא נכנסת למשמרת, ואף אחד לא במשמרת כרגע.</translation>
    </message>
    <message>
        <source>You are not on shift. On shift: %1.</source>
        <translation>עוד לא נכנסת למשמרת. במשמרת עכשיו: %1.</translation>
    </message>
    <message>
        <source>Begin my shift</source>
        <translation>כניסה למשמרת</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>Your shift is open since %1. Was it forgotten?</source>
        <translation>המשמרת שלך פתוחה מאז %1. אולי היא נשכחה?</translation>
    </message>
    <message>
        <source>End it, begin a new one</source>
        <translation>לסיים ולהתחיל חדשה</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>היא נמשכת</translation>
    </message>
    <message>
        <source>Your shift of %1 was still open. It was ended now, with a sheet of what is open; your new one has begun.</source>
        <translation>המשמרת שלך מאז %1 נשארה פתוחה. היא הסתיימה עכשיו, עם דף חפיפה של מה שפתוח, והמשמרת החדשה שלך התחילה.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>הבנתי</translation>
    </message>
    <message>
        <source>%1 left a hand-over sheet (%2) that you have not read.</source>
        <translation>דף החפיפה של %1 (%2) מחכה לקריאה שלך.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>לקריאת הדף</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>אחר כך</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ShiftButton</name>
    <message>
        <source>Nobody is on shift</source>
        <translation>אין איש במשמרת</translation>
    </message>
    <message>
        <source>End my shift…</source>
        <translation>סיום המשמרת שלי…</translation>
    </message>
    <message>
        <source>Begin my shift</source>
        <translation>כניסה למשמרת</translation>
    </message>
    <message>
        <source>Hand-over sheets…</source>
        <translation>דפי חפיפה…</translation>
    </message>
    <message>
        <source>Hand-over sheets (not read: %1)…</source>
        <translation>דפי חפיפה (לא נקראו: %1)…</translation>
    </message>
    <message>
        <source>Offer a shift to who comes to this window</source>
        <translation>להציע משמרת למי שנכנס לחלון הזה</translation>
    </message>
    <message>
        <source>On shift</source>
        <translation>במשמרת</translation>
    </message>
    <message>
        <source>Off shift</source>
        <translation>לא במשמרת</translation>
    </message>
    <message>
        <source>On shift: %1</source>
        <translation>במשמרת: %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ShiftKeeper</name>
    <message>
        <source>Your shift is open</source>
        <translation>המשמרת שלך פתוחה</translation>
    </message>
    <message>
        <source>Do you end your shift, with a hand-over sheet for who comes next?</source>
        <translation>לסיים את המשמרת, עם דף חפיפה למי שנכנס אחריך?</translation>
    </message>
    <message>
        <source>End my shift…</source>
        <translation>סיום המשמרת שלי…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>delpek::ui::EndShift</name>
    <message>
        <source>Conversations that you hold</source>
        <translation>השיחות שאצלך</translation>
    </message>
    <message>
        <source>End the shift</source>
        <translation>סיום המשמרת</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>עוד לא</translation>
    </message>
    <message>
        <source>End my shift</source>
        <translation>סיום המשמרת שלי</translation>
    </message>
    <message>
        <source>&amp;In your own words, for who comes next</source>
        <translation>&amp;במילים שלך, למי שנכנס אחריך</translation>
    </message>
    <message>
        <source>The lab brings two crowns before ten. The printer is out of paper.</source>
        <translation>המעבדה מביאה שני כתרים לפני עשר. נגמר הנייר במדפסת.</translation>
    </message>
    <message>
        <source>About one patient better write an internal note in the conversation: it stays there.</source>
        <translation>על מטופל מסוים עדיף לכתוב הערה פנימית בשיחה עצמה: שם היא נשארת.</translation>
    </message>
    <message>
        <source>What else is open</source>
        <translation>מה עוד פתוח</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Where the conversation with %1 goes</source>
        <translation>לאן עוברת השיחה עם %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SheetBook</name>
    <message>
        <source>I have read it</source>
        <translation>קראתי</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>הדפסה…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Hand-over sheets</source>
        <translation>דפי חפיפה</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>הדף</translation>
    </message>
    <message>
        <source>%1
Not read yet</source>
        <translation>%1
עוד לא נקרא</translation>
    </message>
    <message>
        <source>Nobody has ended a shift yet. A sheet is made whenever somebody does.</source>
        <translation>עוד לא הסתיימה אף משמרת. דף חפיפה נוצר בכל פעם שמשמרת מסתיימת.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>חיבורים</translation>
    </message>
    <message>
        <source>What is changed here works after Delpek was started again.</source>
        <translation>כל שינוי כאן נכנס לתוקף אחרי הפעלה מחדש של דלפק.</translation>
    </message>
    <message>
        <source>What is changed here works after Delpek was started again. Settings are kept in %1, keys and tokens apart from it; they are never shown again.</source>
        <translation>כל שינוי כאן נכנס לתוקף אחרי הפעלה מחדש של דלפק. ההגדרות נשמרות בקובץ %1, והמפתחות נשמרים בנפרד ולא מוצגים שוב לעולם.</translation>
    </message>
    <message>
        <source>What runs now is the demo clinic. As soon as a channel is connected here, Delpek opens on your clinic at its next start.</source>
        <translation>עכשיו פועלת מרפאת ההדגמה. ברגע שמחברים כאן ערוץ, דלפק תיפתח בהפעלה הבאה עם המרפאה שלכם.</translation>
    </message>
    <message>
        <source>Connect my clinic, step by step…</source>
        <translation>חיבור המרפאה שלי, צעד אחר צעד…</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ConnectionCard</name>
    <message>
        <source>On, after a restart</source>
        <translation>יופעל אחרי הפעלה מחדש</translation>
    </message>
    <message>
        <source>Off, after a restart</source>
        <translation>ייכבה אחרי הפעלה מחדש</translation>
    </message>
    <message>
        <source>On</source>
        <translation>פעיל</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>כבוי</translation>
    </message>
    <message>
        <source>Saved. It works after Delpek was started again.</source>
        <translation>נשמר. ייכנס לתוקף אחרי הפעלה מחדש של דלפק.</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>עצירת הבדיקה</translation>
    </message>
    <message>
        <source>Save and check</source>
        <translation>שמירה ובדיקה</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>בדיקה עכשיו</translation>
    </message>
    <message>
        <source>Asking the other side…</source>
        <translation>שואלים את הצד השני…</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) found.</source>
        <translation>
            <numerusform>נמצאה תקלה אחת.</numerusform>
            <numerusform>נמצאו %n תקלות.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in order.</source>
        <translation>הכול תקין.</translation>
    </message>
    <message>
        <source>It works; look at what is said below.</source>
        <translation>זה עובד; שימו לב למה שכתוב למטה.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>שמירה: %1</translation>
    </message>
    <message>
        <source>Check: %1</source>
        <translation>בדיקה: %1</translation>
    </message>
    <message>
        <source>Link the phone…</source>
        <translation>קישור הטלפון…</translation>
    </message>
</context>
<context>
    <name>delpek::ui::FindingsList</name>
    <message>
        <source>In order</source>
        <translation>תקין</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>לתשומת לב</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>תקלה</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SecretField</name>
    <message>
        <source>Not set</source>
        <translation>לא הוגדר</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>הוגדר</translation>
    </message>
    <message>
        <source>Set, and cannot be changed here</source>
        <translation>הוגדר, ואי אפשר לשנות אותו כאן</translation>
    </message>
    <message>
        <source>Type a new one to replace it</source>
        <translation>כדי להחליף, מקלידים כאן חדש</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Forget: %1</source>
        <translation>הסרה: %1</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>Telegram</source>
        <translation>טלגרם</translation>
    </message>
    <message>
        <source>WhatsApp (Meta&apos;s Cloud API)</source>
        <translation>וואטסאפ (Cloud API של Meta)</translation>
    </message>
    <message>
        <source>WhatsApp by the clinic&apos;s phone (WAHA)</source>
        <translation>וואטסאפ דרך הטלפון של המרפאה (WAHA)</translation>
    </message>
    <message>
        <source>Chat on the clinic&apos;s site</source>
        <translation>צ׳אט באתר המרפאה</translation>
    </message>
    <message>
        <source>The clinic&apos;s records (Odoo)</source>
        <translation>רשומות המרפאה (Odoo)</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>מודל שפה</translation>
    </message>
    <message>
        <source>Patients write to a bot of the clinic. Make it with BotFather in Telegram and paste its token here.</source>
        <translation>המטופלים כותבים לבוט של המרפאה. יוצרים אותו בעזרת BotFather בטלגרם ומדביקים כאן את המפתח שלו.</translation>
    </message>
    <message>
        <source>Meta delivers each message to an https address on the internet. A computer in the clinic has none of its own: a tunnel or a proxy gives it one. Without it, choose WAHA or Telegram.</source>
        <translation>ההודעות מגיעות מ־Meta אל כתובת https באינטרנט. למחשב במרפאה אין כתובת כזאת משלו: tunnel או proxy נותנים לו אותה. בלעדיה בוחרים ב־WAHA או בטלגרם.</translation>
    </message>
    <message>
        <source>WAHA runs on a machine of the clinic and works with the clinic&apos;s phone as WhatsApp Web does. It needs no address on the internet.</source>
        <translation>תוכנת WAHA רצה על מחשב של המרפאה ומתחברת לטלפון שלה כמו WhatsApp Web. לא צריך כתובת באינטרנט.</translation>
    </message>
    <message>
        <source>A chat page that the clinic&apos;s site can show. Visitors reach it by an address on the internet, as a tunnel or a proxy gives it.</source>
        <translation>דף צ׳אט שאפשר להציג באתר המרפאה. הגולשים מגיעים אליו בכתובת באינטרנט, שמתקבלת מ־tunnel או מ־proxy.</translation>
    </message>
    <message>
        <source>Patients, visits and invoices come from the clinic&apos;s Odoo. Without it Delpek keeps a book of its own.</source>
        <translation>המטופלים, התורים והחשבוניות מגיעים מה־Odoo של המרפאה. בלעדיו דלפק מנהלת יומן משלה.</translation>
    </message>
    <message>
        <source>Without a model Delpek answers by its own rules and nothing leaves the clinic. With one, what patients write goes to the provider.</source>
        <translation>בלי מודל דלפק עונה לפי הכללים שלה ושום דבר לא יוצא מהמרפאה. עם מודל, מה שהמטופלים כותבים נשלח אל הספק.</translation>
    </message>
    <message>
        <source>The bot runs</source>
        <translation>הבוט פועל</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>מפתח הבוט</translation>
    </message>
    <message>
        <source>Webhook secret</source>
        <translation>מפתח ה־webhook</translation>
    </message>
    <message>
        <source>Phone number ID</source>
        <translation>מזהה מספר הטלפון</translation>
    </message>
    <message>
        <source>WhatsApp account ID</source>
        <translation>מזהה חשבון הוואטסאפ</translation>
    </message>
    <message>
        <source>Delpek&apos;s address on the internet</source>
        <translation>הכתובת של דלפק באינטרנט</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>מפתח גישה</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>סוד האפליקציה</translation>
    </message>
    <message>
        <source>Verify token, made up by you</source>
        <translation>מילת אימות שבחרתם</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>שם החיבור</translation>
    </message>
    <message>
        <source>WAHA&apos;s address</source>
        <translation>הכתובת של WAHA</translation>
    </message>
    <message>
        <source>Delpek&apos;s address for WAHA</source>
        <translation>הכתובת של דלפק עבור WAHA</translation>
    </message>
    <message>
        <source>WAHA&apos;s API key</source>
        <translation>מפתח ה־API של WAHA</translation>
    </message>
    <message>
        <source>Webhook&apos;s HMAC key</source>
        <translation>מפתח HMAC של ה־webhook</translation>
    </message>
    <message>
        <source>The chat page is served</source>
        <translation>דף הצ׳אט פעיל</translation>
    </message>
    <message>
        <source>Sites that may show it</source>
        <translation>אתרים שמציגים אותו</translation>
    </message>
    <message>
        <source>Records are kept in</source>
        <translation>ניהול הרשומות</translation>
    </message>
    <message>
        <source>Odoo&apos;s address</source>
        <translation>הכתובת של Odoo</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>מסד נתונים</translation>
    </message>
    <message>
        <source>Login of Delpek&apos;s user</source>
        <translation>שם המשתמש של דלפק</translation>
    </message>
    <message>
        <source>API key or password</source>
        <translation>מפתח API או סיסמה</translation>
    </message>
    <message>
        <source>Answers come from</source>
        <translation>מי עונה</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>ספק</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>מודל</translation>
    </message>
    <message>
        <source>Address, if not the provider&apos;s</source>
        <translation>כתובת, אם לא של הספק</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>מפתח API</translation>
    </message>
    <message>
        <source>Delpek&apos;s own book</source>
        <translation>יומן של דלפק</translation>
    </message>
    <message>
        <source>Odoo</source>
        <translation>Odoo</translation>
    </message>
    <message>
        <source>Delpek&apos;s own rules</source>
        <translation>הכללים של דלפק</translation>
    </message>
    <message>
        <source>A language model</source>
        <translation>מודל שפה</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>OpenAI, or what speaks like it</source>
        <translation>OpenAI או שרת תואם</translation>
    </message>
    <message>
        <source>Google Gemini</source>
        <translation>Google Gemini</translation>
    </message>
    <message>
        <source>At this desk nothing can be connected. Do it on the machine where Delpek&apos;s engine runs.</source>
        <translation>בעמדה הזאת אי אפשר להגדיר חיבורים. עושים זאת במחשב שבו פועל המנוע של דלפק.</translation>
    </message>
    <message>
        <source>This value is not possible. Choose another one.</source>
        <translation>הערך הזה לא אפשרי. בחרו ערך אחר.</translation>
    </message>
    <message>
        <source>This must be one line. Paste it again without line breaks.</source>
        <translation>כאן אפשר שורה אחת בלבד. הדביקו שוב בלי מעברי שורה.</translation>
    </message>
    <message>
        <source>This is no address. Write it with http:// or https:// and without a user, such as https://chat.clinic.example; for Delpek&apos;s own, nothing follows the name.</source>
        <translation>זו לא כתובת. כתבו אותה עם http:// או https:// ובלי שם משתמש, למשל https://chat.clinic.example; בכתובת של דלפק עצמה לא כותבים דבר אחרי השם.</translation>
    </message>
    <message>
        <source>These are no sites. Write them as https://www.clinic.example, several parted by spaces.</source>
        <translation>אלה לא כתובות של אתרים. כתבו כך: https://www.clinic.example, ורווח בין כמה אתרים.</translation>
    </message>
    <message>
        <source>This is no bot token. BotFather gives it as digits, a colon and letters. Copy all of it.</source>
        <translation>זה לא מפתח של בוט. BotFather נותן אותו כספרות, נקודתיים ואותיות. העתיקו את כולו.</translation>
    </message>
    <message>
        <source>This is needed before the connection can be switched on.</source>
        <translation>חייבים למלא את זה לפני שמפעילים את החיבור.</translation>
    </message>
    <message>
        <source>This is needed before the connection can be switched on: without it Delpek would not start.</source>
        <translation>חייבים להגדיר את זה לפני שמפעילים את החיבור: בלי זה דלפק לא תעלה.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>לא הוקלד דבר.</translation>
    </message>
    <message>
        <source>The connection needs this. Switch it off first, or type a new one.</source>
        <translation>החיבור צריך את זה. כבו אותו קודם, או הקלידו חדש.</translation>
    </message>
    <message>
        <source>The environment or the command line gives this, and the file cannot change it. Change it there.</source>
        <translation>הערך נקבע במשתנה סביבה או בשורת הפקודה, והקובץ לא יכול לשנות אותו. שנו אותו שם.</translation>
    </message>
    <message>
        <source>The configuration file cannot be read or written, so nothing was changed. Check its rights and the space on the disk.</source>
        <translation>אי אפשר לקרוא את קובץ ההגדרות או לכתוב אליו, ולכן שום דבר לא השתנה. בדקו את ההרשאות שלו ואת המקום בדיסק.</translation>
    </message>
    <message>
        <source>This connection is off, so there is nothing to check.</source>
        <translation>החיבור הזה כבוי, ולכן אין מה לבדוק.</translation>
    </message>
    <message>
        <source>The environment sets it: %1</source>
        <translation>נקבע במשתנה סביבה: %1</translation>
    </message>
    <message>
        <source>The command line sets it</source>
        <translation>נקבע בשורת הפקודה</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The settings have a mistake with which Delpek would not start. Correct it where they are kept, then look here again.</source>
        <translation>יש טעות בהגדרות, ואיתה דלפק לא תעלה. תקנו אותה במקום שבו הן נשמרות, ואז חזרו לכאן.</translation>
    </message>
    <message>
        <source>How messages come</source>
        <translation>איך ההודעות מגיעות</translation>
    </message>
    <message>
        <source>Delpek fetches them (polling)</source>
        <translation>דלפק מושכת אותן (polling)</translation>
    </message>
    <message>
        <source>Telegram delivers them (webhook)</source>
        <translation>טלגרם מוסרת אותן (webhook)</translation>
    </message>
    <message>
        <source>Delpek keeps asking Telegram for new messages and needs no address on the internet.</source>
        <translation>דלפק שואלת את טלגרם כל הזמן אם יש הודעות חדשות, ולא צריך כתובת באינטרנט.</translation>
    </message>
    <message>
        <source>Telegram sends each message to Delpek&apos;s address on the internet, which a tunnel or a proxy gives it. The secret shows that it comes from Telegram: make up a long word of letters and digits.</source>
        <translation>טלגרם שולחת כל הודעה לכתובת של דלפק באינטרנט, שמתקבלת מ־tunnel או מ־proxy. המפתח מראה שההודעה באמת באה מטלגרם: המציאו מילה ארוכה של אותיות באנגלית וספרות.</translation>
    </message>
    <message>
        <source>Telegram does not deliver to this address. It must begin with https://, and behind the name stands no port, or 443, 80, 88 or 8443.</source>
        <translation>טלגרם לא מוסרת לכתובת הזאת. היא צריכה להתחיל ב־https://, ואחרי השם אין פורט, או שהפורט הוא 443, 80, 88 או 8443.</translation>
    </message>
    <message>
        <source>Telegram does not take this. Make up a word of English letters, digits, - and _, at most 256.</source>
        <translation>טלגרם לא מקבלת את המפתח הזה. המציאו מילה של אותיות באנגלית, ספרות, - או _, עד 256 תווים.</translation>
    </message>
    <message>
        <source>Text messages to the staff (Twilio)</source>
        <translation>הודעות SMS לצוות (Twilio)</translation>
    </message>
    <message>
        <source>E-mail to the staff</source>
        <translation>דואר אלקטרוני לצוות</translation>
    </message>
    <message>
        <source>Voice notes in writing</source>
        <translation>תמלול הודעות קוליות</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>מענה</translation>
    </message>
    <message>
        <source>While a patient waits for a doctor</source>
        <translation>בזמן ההמתנה לרופא או לרופאה</translation>
    </message>
    <message>
        <source>Alerts to the staff</source>
        <translation>התראות לצוות</translation>
    </message>
    <message>
        <source>What the clinic has decided</source>
        <translation>מה שהמרפאה קבעה</translation>
    </message>
    <message>
        <source>How the agent reads and answers, and how long a message of your own can be taken back.</source>
        <translation>איך הסוכן קורא ועונה, וכמה זמן אפשר להתחרט על הודעה ששלחתם.</translation>
    </message>
    <message>
        <source>What the patient is told by itself while no doctor has answered. What to do in an emergency is always said at once.</source>
        <translation>מה נאמר למטופלים אוטומטית כל עוד לא ענו רופא או רופאה. הנחיות למקרה חירום נשלחות תמיד מיד.</translation>
    </message>
    <message>
        <source>How long the clinic has to keep its correspondence, and what it may let leave, is for the clinic to know.</source>
        <translation>כמה זמן המרפאה חייבת לשמור את ההתכתבות ומה מותר שייצא ממנה, את זה המרפאה צריכה לדעת.</translation>
    </message>
    <message>
        <source>A service that speaks OpenAI's audio API writes voice notes down, so that they can be read and answered. The sound leaves the clinic for that address, unless it is a server of the clinic's own. Without one a person listens to each.</source>
        <translation>שירות שתומך בממשק השמע של OpenAI מתמלל הודעות קוליות, כך שאפשר לקרוא אותן ולענות עליהן. ההקלטה יוצאת מהמרפאה לכתובת הזאת, אלא אם זה שרת של המרפאה עצמה. בלי שירות כזה, מישהו מהצוות מאזין לכל הודעה.</translation>
    </message>
    <message>
        <source>Where Odoo keeps what</source>
        <translation>מיפוי השדות ב־Odoo</translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation>מזהה החשבון (Account SID)</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>השולח</translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation>מפתח החשבון (Auth token)</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>איך הדואר נשלח</translation>
    </message>
    <message>
        <source>Sender's address</source>
        <translation>כתובת השולח</translation>
    </message>
    <message>
        <source>Sender's name</source>
        <translation>שם השולח</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>שרת הדואר</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>יציאה (port)</translation>
    </message>
    <message>
        <source>Login at the mail server</source>
        <translation>שם המשתמש בשרת הדואר</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>סיסמה</translation>
    </message>
    <message>
        <source>The service's address</source>
        <translation>כתובת השירות</translation>
    </message>
    <message>
        <source>API key, if it needs one</source>
        <translation>מפתח API, אם נדרש</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>מי עונה</translation>
    </message>
    <message>
        <source>Answer when the patient is silent for</source>
        <translation>לענות אחרי שקט של</translation>
    </message>
    <message>
        <source>Leave to a person what is older than</source>
        <translation>להשאיר לצוות הודעות ישנות יותר מ־</translation>
    </message>
    <message>
        <source>Tries to say who one is, in a day</source>
        <translation>ניסיונות הזדהות ביום</translation>
    </message>
    <message>
        <source>Keep an offered time free for</source>
        <translation>לשמור תור שהוצע למשך</translation>
    </message>
    <message>
        <source>Sending can be undone for</source>
        <translation>אפשר לבטל שליחה במשך</translation>
    </message>
    <message>
        <source>In an emergency, after</source>
        <translation>במקרה חירום, אחרי</translation>
    </message>
    <message>
        <source>Otherwise, after</source>
        <translation>בכל מקרה אחר, אחרי</translation>
    </message>
    <message>
        <source>Once more, after</source>
        <translation>פעם נוספת, אחרי</translation>
    </message>
    <message>
        <source>Emergency: tell the next one after</source>
        <translation>חירום: להתריע לבאים בתור אחרי</translation>
    </message>
    <message>
        <source>For the doctor: tell the next one after</source>
        <translation>שאלה רפואית: להתריע לבאים בתור אחרי</translation>
    </message>
    <message>
        <source>Rounds through everybody on duty</source>
        <translation>כמה סבבים בין כל התורנים</translation>
    </message>
    <message>
        <source>Routine requests are told outside of the desk, too</source>
        <translation>גם על פניות רגילות נשלחות התראות מחוץ לעמדה</translation>
    </message>
    <message>
        <source>A doctor's private link works for</source>
        <translation>תוקף הקישור האישי לרופא או לרופאה</translation>
    </message>
    <message>
        <source>The clinic's Telegram bot tells the staff, too</source>
        <translation>גם הבוט של המרפאה בטלגרם מתריע לצוות</translation>
    </message>
    <message>
        <source>What a notice tells of the patient</source>
        <translation>מה כתוב בהתראה על הפונים</translation>
    </message>
    <message>
        <source>Initials in place of the patient's name</source>
        <translation>ראשי תיבות במקום שם מלא</translation>
    </message>
    <message>
        <source>Erase what rested for so many days</source>
        <translation>למחוק שיחות שלא נכתב בהן דבר במשך (ימים)</translation>
    </message>
    <message>
        <source>Remember patients for so many days</source>
        <translation>לזכור מה שמטופלים סיפרו (ימים)</translation>
    </message>
    <message>
        <source>Patients are asked to agree to a medical answer in the chat</source>
        <translation>מבקשים ממטופלים הסכמה לקבל תשובה רפואית בצ׳אט</translation>
    </message>
    <message>
        <source>A doctor's answer waits for that yes</source>
        <translation>תשובה של רופא או רופאה ממתינה להסכמה</translation>
    </message>
    <message>
        <source>Names, numbers and addresses leave as placeholders</source>
        <translation>שמות, מספרים וכתובות יוצאים מוסתרים</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>מיד</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>לא</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>אף פעם</translation>
    </message>
    <message>
        <source>By a mail server (SMTP)</source>
        <translation>דרך שרת דואר (SMTP)</translation>
    </message>
    <message>
        <source>By SendGrid</source>
        <translation>דרך SendGrid</translation>
    </message>
    <message>
        <source>Alex, for everything</source>
        <translation>אלכס, בכל נושא</translation>
    </message>
    <message>
        <source>A team of four</source>
        <translation>צוות של ארבעה</translation>
    </message>
    <message>
        <source>The name alone</source>
        <translation>רק השם</translation>
    </message>
    <message>
        <source>The reason, in Delpek's words</source>
        <translation>הסיבה, במילים של דלפק</translation>
    </message>
    <message>
        <source>Also the patient's last words</source>
        <translation>גם המילים האחרונות שנכתבו</translation>
    </message>
    <message>
        <source>Every patient talks to the same agent.</source>
        <translation>כל המטופלים מדברים עם אותו סוכן.</translation>
    </message>
    <message>
        <source>Dana takes each message and passes it to Michal (medical), Yosef (billing) or Sarah (times), each by name.</source>
        <translation>דנה מקבלת כל הודעה ומעבירה אותה למיכל (רפואי), ליוסף (חשבונות) או לשרה (תורים), וכל אחד ואחת עונים בשמם.</translation>
    </message>
    <message>
        <source>After a power cut, for instance. Emergencies are still looked for in them.</source>
        <translation>למשל אחרי הפסקת חשמל. מקרי חירום מחפשים בהן בכל זאת.</translation>
    </message>
    <message>
        <source>After so many wrong details a person finds out who writes.</source>
        <translation>אחרי שנמסרו פרטים שגויים מספר כזה של פעמים, מישהו מהצוות מברר מי כותב.</translation>
    </message>
    <message>
        <source>Nobody else gets a time that a patient is thinking about.</source>
        <translation>אף אחד אחר לא מקבל תור שמטופל או מטופלת עדיין שוקלים.</translation>
    </message>
    <message>
        <source>In an open emergency everything is sent at once.</source>
        <translation>כשיש מקרה חירום פתוח, הכול נשלח מיד.</translation>
    </message>
    <message>
        <source>When nobody has acknowledged it. The longer, the later somebody hears of a patient in danger.</source>
        <translation>כשאף אחד לא אישר שראה. ככל שהזמן ארוך יותר, כך שומעים מאוחר יותר על אדם בסכנה.</translation>
    </message>
    <message>
        <source>When nobody has acknowledged it.</source>
        <translation>כשאף אחד לא אישר שראה.</translation>
    </message>
    <message>
        <source>Afterwards only the desk goes on warning.</source>
        <translation>אחר כך רק העמדה ממשיכה להתריע.</translation>
    </message>
    <message>
        <source>What the patient wrote then stands on phones and mail servers outside of the clinic.</source>
        <translation>מה שנכתב בשיחה יופיע אז בטלפונים ובשרתי דואר מחוץ למרפאה.</translation>
    </message>
    <message>
        <source>A conversation without a word for that long is erased by itself, once a day, with its files and what is remembered of the patient. It cannot be brought back. The clinic's records are not touched.</source>
        <translation>שיחה שלא נכתב בה דבר במשך הזמן הזה נמחקת מעצמה, פעם ביום, עם הקבצים שלה ועם מה שזוכרים על המטופל. אי אפשר לשחזר אותה. ברשומות המרפאה לא נוגעים.</translation>
    </message>
    <message>
        <source>A language model then reads names, phone numbers, identity numbers and addresses as they are.</source>
        <translation>מודל השפה יקרא אז שמות, מספרי טלפון, מספרי זהות וכתובות כמו שהם.</translation>
    </message>
    <message>
        <source>Port 465 begins with TLS; any other, such as 587, must offer STARTTLS.</source>
        <translation>ביציאה 465 החיבור מתחיל ב־TLS; בכל יציאה אחרת, כמו 587, השרת חייב לתמוך ב־STARTTLS.</translation>
    </message>
    <message>
        <source>auto finds it out; otherwise the name of a profile, or the path of a file of the clinic's own.</source>
        <translation>auto מוצא לבד; אפשר גם שם של פרופיל או נתיב לקובץ של המרפאה.</translation>
    </message>
    <message>
        <source>This is no single e-mail address. Write it as desk@clinic.example.</source>
        <translation>זו לא כתובת דואר אחת. כתבו אותה כך: desk@clinic.example.</translation>
    </message>
    <message>
        <source>There is no such profile, and no file that can be read. Write auto, or look with "delpekd odoo profiles" which there are.</source>
        <translation>אין פרופיל כזה ואין קובץ שאפשר לקרוא. כתבו auto, או בדקו אילו פרופילים יש בעזרת "delpekd odoo profiles".</translation>
    </message>
    <message>
        <source>This is no setting that is changed here.</source>
        <translation>את ההגדרה הזאת לא משנים כאן.</translation>
    </message>
    <message>
        <source>Who is on duty is set under On duty, how they are reached with each member of staff; text messages and e-mail are connected under Connections.</source>
        <translation>מי בתורנות קובעים תחת "תורנות", איך משיגים אותם אצל כל איש ואשת צוות; הודעות SMS ודואר אלקטרוני מחברים תחת "חיבורים".</translation>
    </message>
    <message>
        <source>Whoever is on duty gets a text message when an emergency or a question for the doctor waits. It needs an account at Twilio.</source>
        <translation>מי שבתורנות מקבלים הודעת SMS כשממתינים מקרה חירום או שאלה לרופא או לרופאה. נדרש חשבון ב־Twilio.</translation>
    </message>
    <message>
        <source>Whoever is on duty gets a mail in an emergency, and for a question to the doctor where no quicker way reaches them.</source>
        <translation>מי שבתורנות מקבלים דואר אלקטרוני במקרה חירום, ובשאלה לרופא או לרופאה כשאין דרך מהירה יותר להשיג אותם.</translation>
    </message>
    <message>
        <source>With the link and their PIN a doctor reads the whole conversation and answers.</source>
        <translation>עם הקישור ועם הקוד האישי רופא או רופאה קוראים את כל השיחה ועונים.</translation>
    </message>
    <message>
        <source>Several short messages in a row get one answer. Longer means calmer answers, and later ones.</source>
        <translation>כמה הודעות קצרות ברצף מקבלות תשובה אחת. זמן ארוך יותר: תשובות רגועות יותר, ומאוחרות יותר.</translation>
    </message>
    <message>
        <source>And a second time after five times as long; that one not at night.</source>
        <translation>ופעם שנייה אחרי זמן ארוך פי חמישה; השנייה לא בלילה.</translation>
    </message>
    <message>
        <source>Counted from the beginning, as the first time. It is the last one, and not sent at night.</source>
        <translation>נספר מההתחלה, כמו הפעם הראשונה. זו הפעם האחרונה, ולא בלילה.</translation>
    </message>
    <message>
        <source>What the agent was told, such as a wish for mornings, is forgotten when nobody said it again for that long. With fewer days what is older goes at the next start, and cannot be brought back.</source>
        <translation>מה שסיפרו לסוכן, למשל העדפה לשעות הבוקר, נשכח אם לא נאמר שוב במשך הזמן הזה. כשמקטינים את מספר הימים, מה שישן יותר נמחק בהפעלה הבאה ואי אפשר לשחזר אותו.</translation>
    </message>
    <message>
        <source>Once, when a question goes to the doctor. A no prevents such an answer; in an emergency nothing prevents it.</source>
        <translation>פעם אחת, כששאלה מועברת לרופא או לרופאה. סירוב מונע תשובה כזאת; במקרה חירום שום דבר לא מונע אותה.</translation>
    </message>
    <message>
        <source>Nobody is asked. A no that somebody of the staff noted still prevents such an answer.</source>
        <translation>לא שואלים אף אחד. סירוב שמישהו מהצוות רשם עדיין מונע תשובה כזאת.</translation>
    </message>
    <message>
        <source>Without a yes a doctor cannot answer in the chat, but for an emergency. Where patients are not asked, the staff notes each yes.</source>
        <translation>בלי הסכמה אי אפשר לענות תשובה רפואית בצ׳אט, מלבד במקרה חירום. אם לא שואלים את המטופלים, הצוות רושם כל הסכמה.</translation>
    </message>
    <message>
        <source>Each message gets an answer of its own.</source>
        <translation>כל הודעה מקבלת תשובה משלה.</translation>
    </message>
    <message>
        <source>What is sent cannot be taken back here.</source>
        <translation>אי אפשר לבטל כאן הודעה שנשלחה.</translation>
    </message>
    <message>
        <source>A patient in danger is then not told that nobody has answered yet.</source>
        <translation>למי שנמצאים בסכנה לא ייאמר אז שעוד אין תשובה.</translation>
    </message>
    <message>
        <source>Then there is no second time either.</source>
        <translation>אז גם אין פעם שנייה.</translation>
    </message>
    <message>
        <source>It is said once only.</source>
        <translation>נאמר פעם אחת בלבד.</translation>
    </message>
    <message>
        <source>Nothing is erased by itself.</source>
        <translation>שום דבר לא נמחק מעצמו.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ConnectWizard</name>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Connect my clinic</source>
        <translation>חיבור המרפאה שלי</translation>
    </message>
    <message>
        <source>What is saved here works after Delpek was started again.</source>
        <translation>מה שנשמר כאן נכנס לתוקף אחרי הפעלה מחדש של דלפק.</translation>
    </message>
    <message>
        <source>C&amp;hannel</source>
        <translation>&amp;ערוץ</translation>
    </message>
    <message>
        <source>Where patients write</source>
        <translation>איפה המטופלים כותבים</translation>
    </message>
    <message>
        <source>The clinic&apos;s records</source>
        <translation>רשומות המרפאה</translation>
    </message>
    <message>
        <source>A language model</source>
        <translation>מודל שפה</translation>
    </message>
    <message>
        <source>Telegram is the quickest way: Delpek fetches the messages by itself, so no address on the internet is needed. WhatsApp by Meta needs one; by WAHA it does not.</source>
        <translation>טלגרם היא הדרך המהירה ביותר: דלפק מושכת את ההודעות בעצמה, ולכן לא צריך כתובת באינטרנט. לוואטסאפ דרך Meta צריך כתובת כזאת, ודרך WAHA לא.</translation>
    </message>
    <message>
        <source>This is not needed: without a model Delpek answers by its own rules. With one it understands more, and what patients write leaves the clinic.</source>
        <translation>אין חובה: בלי מודל דלפק עונה לפי הכללים שלה. עם מודל היא מבינה יותר, ומה שהמטופלים כותבים יוצא מהמרפאה.</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>צעד %1 מתוך %2</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>שמירה והמשך</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>הבא</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>דילוג</translation>
    </message>
    <message>
        <source>Welcome to Delpek</source>
        <translation>ברוכים הבאים לדלפק</translation>
    </message>
    <message>
        <source>This is the demo clinic: simulated patients write in, and nothing leaves this computer. Look around, and connect your own clinic when you like. Later you find it under Settings, Connections.</source>
        <translation>זו מרפאת ההדגמה: כותבים אליה מטופלים מדומים, ושום דבר לא יוצא מהמחשב. אפשר להסתכל מסביב ולחבר את המרפאה שלכם מתי שתרצו. בהמשך זה נמצא בהגדרות, תחת ״חיבורים״.</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>קודם להסתכל מסביב</translation>
    </message>
    <message>
        <source>Connect my clinic…</source>
        <translation>חיבור המרפאה שלי…</translation>
    </message>
    <message>
        <source>If the clinic works with Odoo, Delpek reads and writes there. If not, skip this: Delpek keeps a book of its own, and leads you there to enter the clinic, its treatments and who does them.</source>
        <translation>אם המרפאה עובדת עם Odoo, דלפק קוראת וכותבת שם. אם לא, אפשר לדלג: לדלפק יש יומן משלה, והיא תוביל אותך להזין את פרטי המרפאה, את הטיפולים ואת הצוות.</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>This draft is gone: the conversation went on without it.</source>
        <translation>הטיוטה הזו כבר לא רלוונטית: השיחה התקדמה בלעדיה.</translation>
    </message>
    <message>
        <source>The patient wrote since, so this draft answers old words. Ask for a new one.</source>
        <translation>בינתיים התקבלה הודעה חדשה, ולכן הטיוטה עונה על דברים ישנים. אפשר לבקש טיוטה חדשה.</translation>
    </message>
    <message>
        <source>There is nothing to draft: the last words here are not the patient&apos;s.</source>
        <translation>אין על מה לנסח תשובה: ההודעה האחרונה כאן היא שלנו.</translation>
    </message>
    <message>
        <source>A doctor holds this conversation, so the agent drafts nothing.</source>
        <translation>השיחה אצל רופא, ולכן הסוכן לא מנסח בה טיוטות.</translation>
    </message>
    <message>
        <source>The agent answers here by itself. Take the conversation over if you want to answer.</source>
        <translation>הסוכן עונה כאן בעצמו. כדי לענות במקומו יש לקחת את השיחה.</translation>
    </message>
    <message>
        <source>The patient agreed to a time. Book the visit, then tell the patient.</source>
        <translation>סוכם על מועד. יש לקבוע את התור ואז לעדכן.</translation>
    </message>
    <message>
        <source>The patient wants the visit moved. Move it, then tell the patient.</source>
        <translation>התבקשה הזזה של התור. יש להזיז אותו ואז לעדכן.</translation>
    </message>
    <message>
        <source>The patient wants the visit cancelled. Cancel it, then tell the patient.</source>
        <translation>התבקש ביטול של התור. יש לבטל אותו ואז לעדכן.</translation>
    </message>
    <message>
        <source>The patient wants to be on the waiting list. Note it, then tell the patient.</source>
        <translation>התבקשה הצטרפות לרשימת ההמתנה. יש לרשום ואז לעדכן.</translation>
    </message>
    <message>
        <source>The agent is drafting an answer…</source>
        <translation>הסוכן מנסח תשובה…</translation>
    </message>
    <message>
        <source>The agent is drafting an answer for %1…</source>
        <translation>הסוכן מנסח תשובה עבור %1…</translation>
    </message>
    <message>
        <source>The agent leaves this to a person</source>
        <translation>הסוכן משאיר את זה לצוות</translation>
    </message>
    <message>
        <source>Your message begins with the agent&apos;s draft</source>
        <translation>ההודעה שלך התחילה מטיוטת הסוכן</translation>
    </message>
    <message>
        <source>%1 answers with the agent&apos;s draft</source>
        <translation>תשובה על בסיס הטיוטה נכתבת אצל %1</translation>
    </message>
    <message>
        <source>The agent suggests</source>
        <translation>הצעת הסוכן</translation>
    </message>
    <message>
        <source>The patient wrote since.</source>
        <translation>בינתיים התקבלה הודעה חדשה.</translation>
    </message>
    <message>
        <source>This conversation waits for a doctor or a colleague.</source>
        <translation>השיחה ממתינה לרופא או לאיש צוות.</translation>
    </message>
    <message>
        <source>It found nothing to answer.</source>
        <translation>לא נמצא על מה לענות.</translation>
    </message>
    <message>
        <source>Sent as it was</source>
        <translation>נשלחה כפי שהיא</translation>
    </message>
    <message>
        <source>Sent with changes</source>
        <translation>נשלחה בשינויים</translation>
    </message>
    <message>
        <source>Something else was sent</source>
        <translation>נשלחה הודעה אחרת</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>נדחתה</translation>
    </message>
    <message>
        <source>The conversation went on without it</source>
        <translation>השיחה התקדמה בלעדיה</translation>
    </message>
    <message>
        <source>This patient gets no messages, so there is nothing to draft.</source>
        <translation>לא נשלחות הודעות בשיחה הזו, ולכן אין טעם לנסח תשובה.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::DraftBar</name>
    <message>
        <source>Use</source>
        <translation>להשתמש</translation>
    </message>
    <message>
        <source>Insert again</source>
        <translation>להכניס שוב</translation>
    </message>
    <message>
        <source>Draft again</source>
        <translation>לנסח מחדש</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>לעצור</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>לא צריך</translation>
    </message>
</context>
<context>
    <name>PresenceWords</name>
    <message>
        <source>Writing here now: %1</source>
        <translation>כותבים כאן עכשיו: %1</translation>
    </message>
    <message>
        <source>Also open with: %1</source>
        <translation>השיחה פתוחה גם אצל: %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::DraftFate</name>
    <message>
        <source>The draft of this turn: %1</source>
        <translation>הטיוטה של ההחלטה הזאת: %1</translation>
    </message>
    <message>
        <source>Drafted: %1. Sent: %2</source>
        <translation>נוסח: %1. נשלח: %2</translation>
    </message>
    <message>
        <source>Drafted: %1</source>
        <translation>נוסח: %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SpellMarks</name>
    <message>
        <source>Looking for words…</source>
        <translation>מחפש מילים…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>להשאיר כך</translation>
    </message>
    <message>
        <source>No other word is known</source>
        <translation>אין הצעות אחרות</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>You have reported this turn already. Take your report back to write another.</source>
        <translation>כבר דיווחת על ההחלטה הזאת. כדי לכתוב דיווח אחר יש לבטל את הקודם.</translation>
    </message>
    <message>
        <source>This report was taken back meanwhile.</source>
        <translation>הדיווח הזה בוטל בינתיים.</translation>
    </message>
    <message>
        <source>Choose what was wrong.</source>
        <translation>יש לבחור מה היה שגוי.</translation>
    </message>
    <message>
        <source>Say in your own words what was wrong.</source>
        <translation>יש לכתוב במילים שלך מה היה שגוי.</translation>
    </message>
    <message>
        <source>This is too long. 1,000 characters are the most.</source>
        <translation>הטקסט ארוך מדי. אפשר לכתוב עד 1,000 תווים.</translation>
    </message>
    <message>
        <source>Only who reported it can take it back.</source>
        <translation>רק מי שדיווח יכול לבטל את הדיווח.</translation>
    </message>
    <message>
        <source>This report was settled meanwhile.</source>
        <translation>הדיווח הזה נסגר בינתיים.</translation>
    </message>
    <message>
        <source>This report was opened again meanwhile.</source>
        <translation>הדיווח הזה נפתח מחדש בינתיים.</translation>
    </message>
    <message>
        <source>Turns cannot be run again at this desk.</source>
        <translation>בעמדה הזאת אי אפשר להריץ החלטות שוב.</translation>
    </message>
    <message>
        <source>This turn cannot be run again: what it began with was not recorded.</source>
        <translation>אי אפשר להריץ את ההחלטה הזאת שוב: לא נרשם ממה היא התחילה.</translation>
    </message>
    <message>
        <source>This turn cannot be run again: what the clinic had told of itself by then is not kept any more.</source>
        <translation>אי אפשר להריץ את ההחלטה הזאת שוב: הפרטים של המרפאה מאותו זמן כבר לא שמורים.</translation>
    </message>
    <message>
        <source>This turn cannot be run again: it was never finished, because a person or a newer message was faster.</source>
        <translation>אי אפשר להריץ את ההחלטה הזאת שוב: היא לא הושלמה, כי מישהו מהצוות או הודעה חדשה הקדימו אותה.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>כלום</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The draft was let through</source>
        <translation>הטיוטה אושרה</translation>
    </message>
    <message>
        <source>The draft was held back</source>
        <translation>הטיוטה נעצרה</translation>
    </message>
    <message>
        <source>An answer that is not true</source>
        <translation>תשובה לא נכונה</translation>
    </message>
    <message>
        <source>A person should have answered</source>
        <translation>היה צריך שאדם יענה</translation>
    </message>
    <message>
        <source>More urgent, or for the doctor</source>
        <translation>דחוף יותר, או עניין לרופא</translation>
    </message>
    <message>
        <source>An alarm without need</source>
        <translation>אזעקת שווא</translation>
    </message>
    <message>
        <source>The wrong patient, day or hour</source>
        <translation>מטופל, יום או שעה שגויים</translation>
    </message>
    <message>
        <source>The tone or the language</source>
        <translation>הסגנון או השפה</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>משהו אחר</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>תוקן</translation>
    </message>
    <message>
        <source>The turn was right</source>
        <translation>ההחלטה הייתה נכונה</translation>
    </message>
    <message>
        <source>Cannot be mended</source>
        <translation>אי אפשר לתקן</translation>
    </message>
    <message>
        <source>Known from another report</source>
        <translation>ידוע מדיווח אחר</translation>
    </message>
    <message>
        <source>Reported by %1</source>
        <translation>דיווח של %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>פתוח</translation>
    </message>
    <message>
        <source>Reported as wrong: %1</source>
        <translation>דווח כטעות: %1</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>דחיפות</translation>
    </message>
    <message>
        <source>What was wanted</source>
        <translation>מה התבקש</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>מי עונה</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>כלים</translation>
    </message>
    <message>
        <source>Check of the answer</source>
        <translation>בדיקת התשובה</translation>
    </message>
    <message>
        <source>How it ends</source>
        <translation>איך זה נגמר</translation>
    </message>
    <message>
        <source>Words to the patient</source>
        <translation>המילים שנשלחות</translation>
    </message>
    <message>
        <source>Today it would end the same way.</source>
        <translation>היום זה היה נגמר אותו דבר.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) would be different today.</source>
        <translation>
            <numerusform>דבר אחד היה שונה היום.</numerusform>
            <numerusform>%n דברים היו שונים היום.</numerusform>
        </translation>
    </message>
    <message>
        <source>Then a language model thought along. It is not asked again, so what differs may come from that.</source>
        <translation>אז השתתף מודל שפה. הוא לא נשאל שוב, וייתכן שההבדלים נובעים מכך.</translation>
    </message>
    <message>
        <source>It would ask for something that was not asked then (%1). What that gives is not known, so what follows from it is not compared.</source>
        <translation>היום היה נשאל משהו שלא נשאל אז (%1). התשובה לכך לא ידועה, ולכן מה שנובע ממנה לא מושווה.</translation>
    </message>
    <message>
        <source>Not urgent</source>
        <translation>לא דחוף</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ReplayView</name>
    <message>
        <source>Then</source>
        <translation>אז</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>לא מושווה</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>שונה</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>אותו דבר</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>לא ידוע</translation>
    </message>
    <message>
        <source>%1: then %2, today %3. %4</source>
        <translation>%1: אז %2, היום %3. %4</translation>
    </message>
    <message>
        <source>How would it end today?</source>
        <translation>איך זה היה נגמר היום?</translation>
    </message>
    <message>
        <source>With the rules and the team of today, on what was recorded then. Nothing is written, nothing is sent. A language model is not asked.</source>
        <translation>לפי הכללים והצוות של היום, על סמך מה שנרשם אז. דבר לא נכתב ודבר לא נשלח. מודל שפה לא נשאל.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Running the turn again…</source>
        <translation>מריצים את ההחלטה שוב…</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ReportForm</name>
    <message>
        <source>A report calls nobody. If this patient needs a doctor now, call one before you report.</source>
        <translation>דיווח לא מזעיק אף אחד. אם צריך רופא עכשיו, יש לקרוא לרופא לפני הדיווח.</translation>
    </message>
    <message>
        <source>A report calls nobody and sends nothing. Doctors and administrators read it later.</source>
        <translation>דיווח לא מזעיק אף אחד ולא שולח דבר. רופאים ומנהלים קוראים אותו אחר כך.</translation>
    </message>
    <message>
        <source>What was wrong with this turn?</source>
        <translation>מה היה שגוי בהחלטה הזאת?</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>בחירה…</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>במילים שלך</translation>
    </message>
    <message>
        <source>What would have been right? (not required)</source>
        <translation>מה היה נכון? (לא חובה)</translation>
    </message>
    <message>
        <source>Call the doctor…</source>
        <translation>קריאה לרופא…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>What you wrote is kept.</source>
        <translation>מה שכתבת נשמר.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>דיווח</translation>
    </message>
</context>
<context>
    <name>delpek::ui::TurnPanel</name>
    <message>
        <source>Right would have been: %1</source>
        <translation>מה היה נכון: %1</translation>
    </message>
    <message>
        <source>Take my report back</source>
        <translation>ביטול הדיווח שלי</translation>
    </message>
    <message>
        <source>Go on with your report…</source>
        <translation>המשך הדיווח…</translation>
    </message>
    <message>
        <source>This was wrong…</source>
        <translation>זו הייתה טעות…</translation>
    </message>
    <message>
        <source>How would it end today?</source>
        <translation>איך זה היה נגמר היום?</translation>
    </message>
    <message>
        <source>Reported. This called nobody: if the patient needs a doctor now, call one.</source>
        <translation>הדיווח נשמר. הוא לא הזעיק אף אחד: אם צריך רופא עכשיו, יש לקרוא לרופא.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ReviewModel</name>
    <message>
        <source>%1. %2, reported by %3, %4. %5</source>
        <translation>%1. %2, דיווח של %3, %4. %5</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>מה היה שגוי</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>שיחה</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>מי</translation>
    </message>
    <message>
        <source>When</source>
        <translation>מתי</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>מה יצא מזה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ReviewDetail</name>
    <message>
        <source>Choose a report to see all of it.</source>
        <translation>יש לבחור דיווח כדי לראות את כולו.</translation>
    </message>
    <message>
        <source>What would have been right</source>
        <translation>מה היה נכון</translation>
    </message>
    <message>
        <source>The patient wrote</source>
        <translation>מה נכתב לנו</translation>
    </message>
    <message>
        <source>The agent answered</source>
        <translation>מה הסוכן ענה</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>כלום</translation>
    </message>
    <message>
        <source>The decision</source>
        <translation>ההחלטה</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>מה יצא מזה</translation>
    </message>
    <message>
        <source>What was done about it</source>
        <translation>מה נעשה בעניין</translation>
    </message>
    <message>
        <source>What was done about it (not required)</source>
        <translation>מה נעשה בעניין (לא חובה)</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>פתיחת השיחה</translation>
    </message>
    <message>
        <source>How would it end today?</source>
        <translation>איך זה היה נגמר היום?</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>סגירה…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>פתיחה מחדש</translation>
    </message>
    <message>
        <source>Take my report back</source>
        <translation>ביטול הדיווח שלי</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>לא עכשיו</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>סגירה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ReviewPage</name>
    <message>
        <source>Save the reports</source>
        <translation>שמירת הדיווחים</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>טבלאות (*.csv)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>דיווח</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>שיחה</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>מועד ההחלטה</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>איך זה נגמר</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>מועד הדיווח</translation>
    </message>
    <message>
        <source>By</source>
        <translation>מי דיווח</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>מה היה שגוי</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>במילים</translation>
    </message>
    <message>
        <source>What would have been right</source>
        <translation>מה היה נכון</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>מה יצא מזה</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>נסגרו</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>מי סגר</translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation>מועד הסגירה</translation>
    </message>
    <message>
        <source>Words of who settled</source>
        <translation>במילים של מי שסגר</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>לא נשמר: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>פתוחים</translation>
    </message>
    <message>
        <source>Saved without the patients&apos; names and words: %1</source>
        <translation>נשמר בלי שמות המטופלים ובלי המילים שלהם: %1</translation>
    </message>
    <message>
        <source>Not saved: %1 cannot be written (%2)</source>
        <translation>לא נשמר: אי אפשר לכתוב אל %1 (%2)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>מחפש…</translation>
    </message>
    <message>
        <source>The reports could not be read.</source>
        <translation>אי אפשר היה לקרוא את הדיווחים.</translation>
    </message>
    <message>
        <source>No report waits. When an answer of the agent is not right, choose its turn under “Decisions” beside the conversation and press “This was wrong…”.</source>
        <translation>אין דיווחים שמחכים. כשתשובה של הסוכן לא נכונה, בוחרים אותה תחת "החלטות" ליד השיחה ולוחצים "זו הייתה טעות…".</translation>
    </message>
    <message>
        <source>No report was settled yet.</source>
        <translation>עוד לא נסגר אף דיווח.</translation>
    </message>
    <message>
        <source>No turn was reported as wrong yet.</source>
        <translation>עוד לא דווח על אף טעות.</translation>
    </message>
    <message>
        <source>Reported turns</source>
        <translation>דיווחים על טעויות</translation>
    </message>
    <message>
        <source>What the staff said was wrong. A report calls nobody; somebody has to look here.</source>
        <translation>מה שהצוות דיווח עליו כטעות. דיווח לא מזעיק אף אחד; מישהו צריך להסתכל כאן.</translation>
    </message>
    <message>
        <source>Your own reports and what came of them. A report calls nobody.</source>
        <translation>הדיווחים שלך ומה שיצא מהם. דיווח לא מזעיק אף אחד.</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>שמירה כטבלה…</translation>
    </message>
    <message>
        <source>All, open ones first</source>
        <translation>הכול, הפתוחים קודם</translation>
    </message>
    <message>
        <source>Which reports</source>
        <translation>אילו דיווחים</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>רק שלי</translation>
    </message>
</context>
<context>
    <name>ServiceWords</name>
    <message>
        <source>A text is needed here, in both languages.</source>
        <translation>כאן צריך טקסט, בשתי השפות.</translation>
    </message>
    <message>
        <source>Name at least one word by which patients ask for it.</source>
        <translation>צריך לפחות מילה אחת שבה מטופלים מבקשים את השירות.</translation>
    </message>
    <message>
        <source>Write small English letters, digits and _, a letter first, at most 40 characters.</source>
        <translation>רק אותיות אנגליות קטנות, ספרות והסימן _, אות בהתחלה, עד 40 תווים.</translation>
    </message>
    <message>
        <source>This is taken. Choose another one.</source>
        <translation>זה כבר תפוס. יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>In braces only {clinic}, {phone}, {address} and {hours} are filled in, and in a question or a label nothing is.</source>
        <translation>בסוגריים מסולסלים ממולאים רק {clinic}, {phone}, {address} ו־{hours}, ובשאלות ובתוויות לא ממולא דבר.</translation>
    </message>
    <message>
        <source>Hours look like 08:00-13:00: the end comes after the beginning, and those of one day do not overlap.</source>
        <translation>שעות נראות כך: 08:00-13:00. הסיום אחרי ההתחלה, וטווחים של אותו יום לא חופפים.</translation>
    </message>
    <message>
        <source>This is no day and time.</source>
        <translation>זה אינו יום ושעה.</translation>
    </message>
    <message>
        <source>The end comes after the beginning.</source>
        <translation>הסיום צריך לבוא אחרי ההתחלה.</translation>
    </message>
    <message>
        <source>This number is not possible here.</source>
        <translation>המספר הזה לא אפשרי כאן.</translation>
    </message>
    <message>
        <source>A label has at most 20 characters.</source>
        <translation>בתווית יש עד 20 תווים.</translation>
    </message>
    <message>
        <source>A choice has 2 to 10 options, and a form at most 10 questions.</source>
        <translation>בשאלת בחירה יש בין 2 ל־10 אפשרויות, ובטופס עד 10 שאלות.</translation>
    </message>
    <message>
        <source>There is a text for closed hours, but no hours.</source>
        <translation>יש טקסט לשעות שבהן סגור, אבל אין שעות.</translation>
    </message>
    <message>
        <source>The file is no JSON. Mend it in an editor, or remove it.</source>
        <translation>הקובץ אינו JSON תקין. אפשר לתקן אותו בעורך טקסט או להסיר אותו.</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>שם הקובץ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Asked for with</source>
        <translation>מילים שבהן מבקשים אותו</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>שעות</translation>
    </message>
    <message>
        <source>Outside the hours</source>
        <translation>מחוץ לשעות</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>הודעות מיוחדות</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>תשובה</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>שאלות</translation>
    </message>
    <message>
        <source>When the form was handed in</source>
        <translation>אחרי שליחת הטופס</translation>
    </message>
    <message>
        <source>Who may use it</source>
        <translation>למי הוא מיועד</translation>
    </message>
    <message>
        <source>a price</source>
        <translation>מחיר</translation>
    </message>
    <message>
        <source>a medicine</source>
        <translation>תרופה</translation>
    </message>
    <message>
        <source>a dose</source>
        <translation>מינון</translation>
    </message>
    <message>
        <source>a diagnosis</source>
        <translation>אבחנה</translation>
    </message>
    <message>
        <source>that there is no need to worry</source>
        <translation>שאין מה לדאוג</translation>
    </message>
    <message>
        <source>what a picture shows</source>
        <translation>מה רואים בתמונה</translation>
    </message>
    <message>
        <source>that a visit is booked</source>
        <translation>שנקבע תור</translation>
    </message>
    <message>
        <source>that a visit was moved</source>
        <translation>שתור הועבר</translation>
    </message>
    <message>
        <source>that a visit was cancelled</source>
        <translation>שתור בוטל</translation>
    </message>
    <message>
        <source>a promise of what a person will do</source>
        <translation>הבטחה לגבי מה שאדם יעשה</translation>
    </message>
    <message>
        <source>a time that nobody wrote</source>
        <translation>שעה שאיש לא כתב</translation>
    </message>
    <message>
        <source>a day that nobody wrote</source>
        <translation>יום שאיש לא כתב</translation>
    </message>
    <message>
        <source>a link or a phone number</source>
        <translation>קישור או מספר טלפון</translation>
    </message>
    <message>
        <source>words of another language</source>
        <translation>מילים בשפה אחרת</translation>
    </message>
    <message>
        <source>signs that belong to a program</source>
        <translation>סימנים של תוכנה</translation>
    </message>
    <message>
        <source>the agent&apos;s own instructions</source>
        <translation>ההוראות הפנימיות של הסוכן</translation>
    </message>
    <message>
        <source>more than fits into a message</source>
        <translation>יותר ממה שנכנס בהודעה</translation>
    </message>
    <message>
        <source>Alex: one agent for everything</source>
        <translation>אלכס: סוכן אחד לכל דבר</translation>
    </message>
    <message>
        <source>Team: a coordinator, and agents for health, billing and visits</source>
        <translation>צוות: רכזת, וסוכנים לענייני בריאות, חיובים ותורים</translation>
    </message>
    <message>
        <source>tell the clinic&apos;s address, phone and hours</source>
        <translation>למסור כתובת, טלפון ושעות</translation>
    </message>
    <message>
        <source>tell prices</source>
        <translation>למסור מחירים</translation>
    </message>
    <message>
        <source>find who writes in the records</source>
        <translation>לאתר ברשומות את מי שכותב</translation>
    </message>
    <message>
        <source>look for free times</source>
        <translation>לחפש מועדים פנויים</translation>
    </message>
    <message>
        <source>keep a time for a few minutes</source>
        <translation>לשמור מועד לכמה דקות</translation>
    </message>
    <message>
        <source>book a visit</source>
        <translation>לקבוע תור</translation>
    </message>
    <message>
        <source>tell a patient&apos;s own visits</source>
        <translation>למסור למטופל את התורים שלו</translation>
    </message>
    <message>
        <source>move a visit</source>
        <translation>להעביר תור</translation>
    </message>
    <message>
        <source>cancel a visit</source>
        <translation>לבטל תור</translation>
    </message>
    <message>
        <source>tell a patient&apos;s own invoices</source>
        <translation>למסור למטופל את החשבוניות שלו</translation>
    </message>
    <message>
        <source>tell what an invoice is for</source>
        <translation>לפרט על מה החשבונית</translation>
    </message>
    <message>
        <source>read notes of the record, for the doctor</source>
        <translation>לקרוא הערות מהתיק, עבור הרופא</translation>
    </message>
    <message>
        <source>read the treatment plan</source>
        <translation>לקרוא את תוכנית הטיפול</translation>
    </message>
    <message>
        <source>read allergies, for the doctor</source>
        <translation>לקרוא אלרגיות, עבור הרופא</translation>
    </message>
    <message>
        <source>put a patient on the waiting list</source>
        <translation>לרשום מטופל לרשימת המתנה</translation>
    </message>
    <message>
        <source>Services and agents can be seen on the machine where Delpek&apos;s engine and window run together.</source>
        <translation>שירותים וסוכנים אפשר לראות במחשב שבו המנוע והחלון של דלפק פועלים יחד.</translation>
    </message>
    <message>
        <source>First choose a folder for the clinic&apos;s services; nothing was changed.</source>
        <translation>קודם צריך לבחור תיקייה לשירותים של המרפאה; שום דבר לא השתנה.</translation>
    </message>
    <message>
        <source>The service was changed elsewhere in the meantime, so nothing was saved here. Close this and open it again.</source>
        <translation>השירות שונה בינתיים במקום אחר, ולכן לא נשמר כאן דבר. יש לסגור ולפתוח שוב.</translation>
    </message>
    <message>
        <source>Something in it is not right yet, so nothing was saved.</source>
        <translation>משהו בשירות עוד לא תקין, ולכן לא נשמר דבר.</translation>
    </message>
    <message>
        <source>The file of this service cannot be read. Mend it in an editor, or remove it.</source>
        <translation>אי אפשר לקרוא את הקובץ של השירות. אפשר לתקן אותו בעורך טקסט או להסיר אותו.</translation>
    </message>
    <message>
        <source>The clinic&apos;s folder cannot be written, so nothing was changed. Check its rights and the space on the disk.</source>
        <translation>אי אפשר לכתוב בתיקייה של המרפאה, ולכן שום דבר לא השתנה. כדאי לבדוק את ההרשאות ואת המקום הפנוי בדיסק.</translation>
    </message>
    <message>
        <source>Write the whole path of the folder, from the root of the disk.</source>
        <translation>יש לכתוב את הנתיב המלא של התיקייה, מתחילת הדיסק.</translation>
    </message>
    <message>
        <source>A file in this folder would keep Delpek from starting. Mend it first, or choose another folder.</source>
        <translation>קובץ בתיקייה הזאת ימנע מדלפק לפעול. קודם צריך לתקן אותו, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>A person is called</source>
        <translation>השיחה עוברת לאדם מהצוות</translation>
    </message>
    <message>
        <source>A form, after a child&apos;s name and code</source>
        <translation>טופס, אחרי שם הילד והקוד</translation>
    </message>
    <message>
        <source>A form for the staff</source>
        <translation>טופס עבור הצוות</translation>
    </message>
    <message>
        <source>A language model answers by instructions of the file</source>
        <translation>מודל שפה עונה לפי ההוראות שבקובץ</translation>
    </message>
    <message>
        <source>A fixed answer</source>
        <translation>תשובה קבועה</translation>
    </message>
    <message>
        <source>Has a fault</source>
        <translation>יש בו תקלה</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>כבוי</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>כפי שהגיע עם דלפק</translation>
    </message>
    <message>
        <source>Changed by the clinic</source>
        <translation>שונה במרפאה</translation>
    </message>
    <message>
        <source>The clinic&apos;s own</source>
        <translation>שירות של המרפאה</translation>
    </message>
    <message>
        <source>%1, from the next start on</source>
        <translation>%1, מההפעלה הבאה</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>כולם</translation>
    </message>
    <message>
        <source>Parents with a code</source>
        <translation>הורים עם קוד</translation>
    </message>
    <message>
        <source>Only who is in the records</source>
        <translation>רק מי שרשום במרפאה</translation>
    </message>
    <message>
        <source>Only who is not in the records yet</source>
        <translation>רק מי שעוד לא רשום במרפאה</translation>
    </message>
    <message>
        <source>While the clinic is open</source>
        <translation>בשעות הפתיחה של המרפאה</translation>
    </message>
    <message>
        <source>At hours of its own</source>
        <translation>בשעות משלו</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>תמיד</translation>
    </message>
    <message>
        <source>The safety rules would hold this text back: it says %1. Say it without that.</source>
        <translation>כללי הבטיחות יעכבו את הטקסט הזה: יש בו %1. צריך לנסח אותו בלי זה.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>In the file: %1</source>
        <translation>בקובץ: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ServiceHtml</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>הודעות מיוחדות</translation>
    </message>
    <message>
        <source>From %1 until %2</source>
        <translation>מ־%1 עד %2</translation>
    </message>
    <message>
        <source>%1: over</source>
        <translation>%1: הסתיים</translation>
    </message>
    <message>
        <source>%1: said now</source>
        <translation>%1: נאמר עכשיו</translation>
    </message>
    <message>
        <source>%1: not yet</source>
        <translation>%1: עוד לא התחיל</translation>
    </message>
    <message>
        <source>Questions, to be changed in the file</source>
        <translation>שאלות (משנים אותן בקובץ)</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>לא תקין</translation>
    </message>
    <message>
        <source>As long as it is so, Delpek does not start.</source>
        <translation>כל עוד זה כך, דלפק לא תופעל.</translation>
    </message>
    <message>
        <source>Asked for with</source>
        <translation>מילים שבהן מבקשים אותו</translation>
    </message>
    <message numerus="yes">
        <source>In messages of at most %n word(s).</source>
        <translation>
            <numerusform>בהודעות של מילה אחת.</numerusform>
            <numerusform>בהודעות של עד %n מילים.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who may use it, and when</source>
        <translation>למי הוא מיועד, ומתי</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>תשובה</translation>
    </message>
    <message>
        <source>Said outside the hours</source>
        <translation>נאמר מחוץ לשעות</translation>
    </message>
    <message>
        <source>Said when the form was handed in</source>
        <translation>נאמר אחרי שליחת הטופס</translation>
    </message>
    <message>
        <source>File</source>
        <translation>קובץ</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ServiceTextField</name>
    <message>
        <source>Other words for a woman and a man</source>
        <translation>ניסוח נפרד לאישה ולגבר</translation>
    </message>
    <message>
        <source>When it is not known</source>
        <translation>כשלא ידוע</translation>
    </message>
    <message>
        <source>To a woman</source>
        <translation>לאישה</translation>
    </message>
    <message>
        <source>To a man</source>
        <translation>לגבר</translation>
    </message>
    <message>
        <source>In Hebrew</source>
        <translation>בעברית</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>באנגלית</translation>
    </message>
</context>
<context>
    <name>delpek::ui::NoticeFields</name>
    <message>
        <source>Add an announcement</source>
        <translation>הוספת הודעה מיוחדת</translation>
    </message>
    <message>
        <source>Said from</source>
        <translation>נאמר מתאריך</translation>
    </message>
    <message>
        <source>Said until</source>
        <translation>נאמר עד תאריך</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>from</source>
        <translation>מתאריך</translation>
    </message>
    <message>
        <source>until</source>
        <translation>עד תאריך</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ServiceForm</name>
    <message>
        <source>A new service</source>
        <translation>שירות חדש</translation>
    </message>
    <message>
        <source>Change a service</source>
        <translation>שינוי שירות</translation>
    </message>
    <message>
        <source>A fixed answer</source>
        <translation>תשובה קבועה</translation>
    </message>
    <message>
        <source>A person is called</source>
        <translation>השיחה עוברת לאדם מהצוות</translation>
    </message>
    <message>
        <source>Name in Hebrew</source>
        <translation>שם בעברית</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>שם באנגלית</translation>
    </message>
    <message>
        <source>Words in Hebrew</source>
        <translation>מילים בעברית</translation>
    </message>
    <message>
        <source>Words in English</source>
        <translation>מילים באנגלית</translation>
    </message>
    <message>
        <source>Name, for the staff</source>
        <translation>שם, עבור הצוות</translation>
    </message>
    <message>
        <source>Name of its file</source>
        <translation>שם הקובץ</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>מה קורה</translation>
    </message>
    <message>
        <source>Asked for with, a line each</source>
        <translation>מילים שבהן מבקשים אותו, כל אחת בשורה</translation>
    </message>
    <message>
        <source>In messages of at most</source>
        <translation>בהודעות של עד</translation>
    </message>
    <message>
        <source>Who may use it</source>
        <translation>למי הוא מיועד</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>תשובה</translation>
    </message>
    <message>
        <source>Filled in from the records: %1.</source>
        <translation>ממולאים מתוך הרשומות: %1.</translation>
    </message>
    <message>
        <source>Said when the form was handed in</source>
        <translation>נאמר אחרי שליחת הטופס</translation>
    </message>
    <message>
        <source>Ends by itself after</source>
        <translation>מסתיים מעצמו אחרי</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>שעות</translation>
    </message>
    <message>
        <source>Its own hours</source>
        <translation>השעות שלו</translation>
    </message>
    <message>
        <source>Said outside the hours</source>
        <translation>נאמר מחוץ לשעות</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>הודעות מיוחדות</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>It holds from the next start of Delpek on.</source>
        <translation>השינוי ייכנס לתוקף בהפעלה הבאה של דלפק.</translation>
    </message>
    <message numerus="yes">
        <source>Not saved yet: %n place(s) above need a look.</source>
        <translation>
            <numerusform>עוד לא נשמר: מקום אחד למעלה דורש תיקון.</numerusform>
            <numerusform>עוד לא נשמר: %n מקומות למעלה דורשים תיקון.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>סגור</translation>
    </message>
    <message numerus="yes">
        <source>word(s)</source>
        <translation>
            <numerusform>מילה</numerusform>
            <numerusform>מילים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minute(s)</source>
        <translation>
            <numerusform>דקה</numerusform>
            <numerusform>דקות</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::ServiceView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>הפעלה</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>כיבוי</translation>
    </message>
    <message>
        <source>Back to how it came…</source>
        <translation>חזרה לנוסח המקורי…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>הסרה…</translation>
    </message>
    <message>
        <source>The clinic&apos;s file of "%1" is removed. From the next start on the service is as it came with Delpek.</source>
        <translation>הקובץ של המרפאה לשירות "%1" יוסר. מההפעלה הבאה השירות יהיה כפי שהגיע עם דלפק.</translation>
    </message>
    <message>
        <source>The clinic&apos;s file of "%1" is removed. From the next start on there is no such service.</source>
        <translation>הקובץ של המרפאה לשירות "%1" יוסר. מההפעלה הבאה לא יהיה שירות כזה.</translation>
    </message>
    <message>
        <source>Remove a file</source>
        <translation>הסרת קובץ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>השארה</translation>
    </message>
    <message>
        <source>Nothing that is typed here is kept or sent.</source>
        <translation>מה שנכתב כאן לא נשמר ולא נשלח.</translation>
    </message>
    <message>
        <source>The agent answers.</source>
        <translation>הסוכן יענה.</translation>
    </message>
    <message>
        <source>The service "%1" takes it, by "%2".</source>
        <translation>יטפל בזה השירות "%1", לפי "%2".</translation>
    </message>
    <message>
        <source>A message that asks for one of these is routed to it; all others are the agent&apos;s. Emergencies come before everything. What is changed here holds from the next start of Delpek on.</source>
        <translation>הודעה שמבקשת אחד מהשירותים מועברת אליו; לכל השאר עונה הסוכן. מקרה חירום קודם לכול. כל שינוי כאן נכנס לתוקף בהפעלה הבאה של דלפק.</translation>
    </message>
    <message>
        <source>What runs now is the demo clinic, with the services that come with Delpek.</source>
        <translation>עכשיו פועלת מרפאת ההדגמה, עם השירותים שמגיעים עם דלפק.</translation>
    </message>
    <message>
        <source>Try a sentence</source>
        <translation>ניסיון של משפט</translation>
    </message>
    <message>
        <source>As a patient would write it</source>
        <translation>כפי שכותבים אותו למרפאה</translation>
    </message>
    <message>
        <source>The patient is in the records</source>
        <translation>המטופל/ת רשום/ה במרפאה</translation>
    </message>
    <message>
        <source>Changes are kept in a folder of the clinic, a file for each service. None was chosen yet. Delpek makes it, writes it into its settings, and reads it at each start.</source>
        <translation>שינויים נשמרים בתיקייה של המרפאה, קובץ לכל שירות. עוד לא נבחרה תיקייה. דלפק יוצרת אותה, רושמת אותה בהגדרות וקוראת ממנה בכל הפעלה.</translation>
    </message>
    <message>
        <source>Folder of the clinic&apos;s services</source>
        <translation>תיקיית השירותים של המרפאה</translation>
    </message>
    <message>
        <source>Use this folder</source>
        <translation>שימוש בתיקייה הזאת</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>שירותים</translation>
    </message>
    <message>
        <source>New service…</source>
        <translation>שירות חדש…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>שינוי…</translation>
    </message>
</context>
<context>
    <name>delpek::ui::AgentsView</name>
    <message>
        <source>Who answers patients</source>
        <translation>מי עונה למטופלים</translation>
    </message>
    <message>
        <source>What runs now is the demo clinic. The choice holds from the next start on your clinic on.</source>
        <translation>עכשיו פועלת מרפאת ההדגמה. הבחירה תיכנס לתוקף בהפעלה הבאה עם המרפאה שלכם.</translation>
    </message>
    <message>
        <source>The same safety rules hold for both. Another choice holds from the next start of Delpek on.</source>
        <translation>אותם כללי בטיחות חלים בשתי האפשרויות. בחירה אחרת תיכנס לתוקף בהפעלה הבאה של דלפק.</translation>
    </message>
    <message>
        <source>Until Delpek is started again, it is still: %1.</source>
        <translation>עד להפעלה מחדש של דלפק הבחירה היא עדיין: %1.</translation>
    </message>
    <message>
        <source>%1 (answers now)</source>
        <translation>%1 (עונה עכשיו)</translation>
    </message>
    <message>
        <source>%1, coordinator</source>
        <translation>%1, רכזת</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Takes: %1.</source>
        <translation>נושאים: %1.</translation>
    </message>
    <message>
        <source>May: %1.</source>
        <translation>הרשאות: %1.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ServicesPage</name>
    <message>
        <source>Services and agents</source>
        <translation>שירותים וסוכנים</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>שירותים</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>סוכנים</translation>
    </message>
</context>
<context>
    <name>TemplateStateWords</name>
    <message>
        <source>About a visit or an account</source>
        <translation>על תור או על חשבון</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>פרסום</translation>
    </message>
    <message>
        <source>Codes for signing in</source>
        <translation>קודי כניסה</translation>
    </message>
    <message>
        <source>WhatsApp found words in it that it does not allow.</source>
        <translation>ב־WhatsApp מצאו בה מילים אסורות.</translation>
    </message>
    <message>
        <source>WhatsApp takes it for a message of another category.</source>
        <translation>ב־WhatsApp סבורים שהיא שייכת לקטגוריה אחרת.</translation>
    </message>
    <message>
        <source>WhatsApp does not like how the fields stand in it.</source>
        <translation>ב־WhatsApp לא מקבלים את האופן שבו השדות משובצים בה.</translation>
    </message>
    <message>
        <source>WhatsApp takes it for advertising.</source>
        <translation>ב־WhatsApp סבורים שזה פרסום.</translation>
    </message>
    <message>
        <source>WhatsApp takes it for fraud.</source>
        <translation>ב־WhatsApp סבורים שזו הונאה.</translation>
    </message>
    <message>
        <source>WhatsApp says that its language or category does not fit its text.</source>
        <translation>ב־WhatsApp סבורים שהשפה או הקטגוריה לא מתאימות לטקסט.</translation>
    </message>
    <message>
        <source>No WhatsApp account is connected that could be asked. Connect it under Connections, with the WhatsApp account ID, and start Delpek again.</source>
        <translation>לא מחובר חשבון WhatsApp שאפשר לשאול. מחברים אותו תחת "חיבורים", עם מזהה חשבון WhatsApp, ומפעילים את דלפק מחדש.</translation>
    </message>
    <message>
        <source>WhatsApp has this template already. What it says of it is shown now.</source>
        <translation>התבנית כבר נמצאת ב־WhatsApp. המצב שלה מוצג עכשיו.</translation>
    </message>
    <message>
        <source>In Hebrew</source>
        <translation>בעברית</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>באנגלית</translation>
    </message>
    <message>
        <source>WhatsApp&apos;s reason: %1</source>
        <translation>הסיבה של WhatsApp: %1</translation>
    </message>
    <message>
        <source>The name takes small English letters, digits and _ alone.</source>
        <translation>בשם מותר להשתמש רק באותיות אנגליות קטנות, בספרות ובסימן _.</translation>
    </message>
    <message>
        <source>The line above or below is longer than 60 characters.</source>
        <translation>השורה העליונה או התחתונה ארוכה מ־60 תווים.</translation>
    </message>
    <message>
        <source>The text is empty or longer than 1,024 characters.</source>
        <translation>הטקסט ריק או ארוך מ־1,024 תווים.</translation>
    </message>
    <message>
        <source>The line above takes no field. Put it into the text.</source>
        <translation>בשורה העליונה לא ניתן לשבץ שדה. אפשר לשבץ אותו בטקסט.</translation>
    </message>
    <message>
        <source>The line below takes no field. Put it into the text.</source>
        <translation>בשורה התחתונה לא ניתן לשבץ שדה. אפשר לשבץ אותו בטקסט.</translation>
    </message>
    <message>
        <source>A field stands in double braces, with small English letters, digits and _: {{patient_name}}.</source>
        <translation>שדה נכתב בסוגריים מסולסלים כפולים, באותיות אנגליות קטנות, בספרות ובסימן _: {{patient_name}}.</translation>
    </message>
    <message>
        <source>A field cannot open the text. Write a word before it.</source>
        <translation>שדה לא יכול לפתוח את הטקסט. צריך לכתוב מילה לפניו.</translation>
    </message>
    <message>
        <source>A field cannot close the text; a full stop behind it is not enough. Write something after it.</source>
        <translation>שדה לא יכול לסיים את הטקסט, ונקודה אחריו אינה מספיקה. צריך לכתוב אחריו משהו.</translation>
    </message>
    <message>
        <source>Words have to stand between two fields.</source>
        <translation>בין שני שדות צריכות לעמוד מילים.</translation>
    </message>
    <message>
        <source>A button takes up to 25 characters and no field.</source>
        <translation>בכפתור עד 25 תווים, בלי שדות.</translation>
    </message>
    <message>
        <source>Two buttons say the same.</source>
        <translation>על שני כפתורים כתוב אותו הדבר.</translation>
    </message>
    <message>
        <source>WhatsApp would not take this text. See what is said beside it.</source>
        <translation>ב־WhatsApp לא יקבלו את הטקסט הזה. ההסבר מופיע לצידו.</translation>
    </message>
    <message>
        <source>There is a template of this name already. Give it another one.</source>
        <translation>כבר יש תבנית בשם הזה. צריך לבחור שם אחר.</translation>
    </message>
    <message>
        <source>Somebody changed this template meanwhile. Look at it again before you change it.</source>
        <translation>בינתיים מישהו אחר שינה את התבנית. כדאי לעיין בה שוב לפני שמשנים אותה.</translation>
    </message>
    <message>
        <source>WhatsApp is looking at this template or has approved it, so its words stay. Write a new one.</source>
        <translation>התבנית נבדקת ב־WhatsApp או שכבר אושרה, ולכן אי אפשר לשנות את הנוסח שלה. אפשר לכתוב תבנית חדשה.</translation>
    </message>
    <message>
        <source>This template was removed meanwhile.</source>
        <translation>התבנית הוסרה בינתיים.</translation>
    </message>
    <message>
        <source>An example is missing or not in one line: %1</source>
        <translation>חסרה דוגמה, או שאינה בשורה אחת: %1</translation>
    </message>
    <message>
        <source>WhatsApp would not take it: %1</source>
        <translation>ב־WhatsApp לא יקבלו אותה: %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::TemplateCard</name>
    <message>
        <source>%1, such as %2</source>
        <translation>%1, למשל %2</translation>
    </message>
    <message>
        <source>Heard %1.</source>
        <translation>נמסר %1.</translation>
    </message>
    <message>
        <source>WhatsApp files it under: %1.</source>
        <translation>הסיווג ב־WhatsApp: %1.</translation>
    </message>
    <message>
        <source>Buttons: %1</source>
        <translation>כפתורים: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Hand in for approval</source>
        <translation>הגשה לאישור</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>שינוי…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>הסרה…</translation>
    </message>
</context>
<context>
    <name>delpek::ui::TemplatesPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1. Filled in here with the examples that WhatsApp gets to see.</source>
        <translation>%1. כאן מולאו הדוגמאות שמוגשות ל־WhatsApp.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>תבניות</translation>
    </message>
    <message>
        <source>Once 24 hours have passed since a patient last wrote, WhatsApp takes nothing but templates that it has approved. Four come with Delpek, and you can write your own; approving one takes up to a day.</source>
        <translation>אחרי 24 שעות מההודעה האחרונה של המטופל אפשר לשלוח ב־WhatsApp רק תבניות שאושרו שם. ארבע מגיעות עם דלפק, ואפשר לכתוב גם תבניות משלכם. אישור של תבנית נמשך עד יום.</translation>
    </message>
    <message>
        <source>WhatsApp is being asked…</source>
        <translation>פונים ל־WhatsApp…</translation>
    </message>
    <message>
        <source>Last word from WhatsApp: %1.</source>
        <translation>עדכון אחרון מ־WhatsApp: %1.</translation>
    </message>
    <message>
        <source>WhatsApp has said nothing yet.</source>
        <translation>עוד לא התקבל עדכון מ־WhatsApp.</translation>
    </message>
    <message>
        <source>Ask WhatsApp again</source>
        <translation>בדיקה חוזרת ב־WhatsApp</translation>
    </message>
    <message>
        <source>Remove a template</source>
        <translation>הסרת תבנית</translation>
    </message>
    <message>
        <source>"%1" is removed here and at WhatsApp: %2. If WhatsApp had approved it, its name cannot be used again for 30 days.</source>
        <translation>"%1" תוסר כאן וב־WhatsApp (%2). אם כבר אושרה ב־WhatsApp, לא ניתן יהיה להשתמש בשם שלה במשך 30 יום.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>השארה</translation>
    </message>
    <message>
        <source>Write it in English too…</source>
        <translation>לכתוב אותה גם באנגלית…</translation>
    </message>
    <message>
        <source>Write it in Hebrew too…</source>
        <translation>לכתוב אותה גם בעברית…</translation>
    </message>
    <message>
        <source>New template…</source>
        <translation>תבנית חדשה…</translation>
    </message>
</context>
<context>
    <name>PatientWords</name>
    <message>
        <source>The clinic&apos;s records are kept in Odoo: two cards of one person are joined there.</source>
        <translation>הרשומות של המרפאה נמצאות ב־Odoo: שם ממזגים שני כרטיסים של אותו אדם.</translation>
    </message>
    <message>
        <source>A code holds from one hour to one year.</source>
        <translation>קוד תקף משעה אחת ועד שנה.</translation>
    </message>
    <message>
        <source>One of these cards was joined with another one in the meantime. Close this and look at the cards again.</source>
        <translation>אחד הכרטיסים מוזג בינתיים עם כרטיס אחר. סגרו את החלון ובדקו שוב את הכרטיסים.</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>מזומן</translation>
    </message>
    <message>
        <source>card</source>
        <translation>כרטיס אשראי</translation>
    </message>
    <message>
        <source>bank transfer</source>
        <translation>העברה בנקאית</translation>
    </message>
    <message>
        <source>cheque</source>
        <translation>צ׳ק</translation>
    </message>
    <message>
        <source>another way</source>
        <translation>אמצעי אחר</translation>
    </message>
    <message>
        <source>Born %1 · %2</source>
        <translation>תאריך לידה %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n years old</source>
        <translation>
            <numerusform>גיל שנה</numerusform>
            <numerusform>גיל %n</numerusform>
        </translation>
    </message>
    <message>
        <source>planned</source>
        <translation>מתוכנן</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>בטיפול</translation>
    </message>
    <message>
        <source>done</source>
        <translation>בוצע</translation>
    </message>
    <message>
        <source>tooth %1</source>
        <translation>שן %1</translation>
    </message>
    <message>
        <source>%1 to be paid</source>
        <translation>%1 לתשלום</translation>
    </message>
    <message>
        <source>%1 to be paid, due since %2</source>
        <translation>%1 לתשלום, המועד עבר ב־%2</translation>
    </message>
    <message>
        <source>%1 to be paid by %2</source>
        <translation>%1 לתשלום עד %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Paid on %1: %2, %3</source>
        <translation>שולם ב־%1: %2, %3</translation>
    </message>
    <message>
        <source>No agent has asked in the last day who writes.</source>
        <translation>ביממה האחרונה הסוכן לא בירר מי כותב.</translation>
    </message>
    <message>
        <source>Who writes was found out %1: the details fitted one card.</source>
        <translation>זהות הפונה אומתה %1: הפרטים התאימו לכרטיס אחד.</translation>
    </message>
    <message>
        <source>Who writes is open: the details given %1 fitted no card.</source>
        <translation>זהות הפונה לא אומתה: הפרטים שנמסרו %1 לא התאימו לאף כרטיס.</translation>
    </message>
    <message>
        <source>Who writes is open: no try is left since %1. A person has to find out.</source>
        <translation>זהות הפונה לא אומתה, והניסיונות נגמרו %1. הבירור עובר לצוות.</translation>
    </message>
    <message>
        <source>Code for parents: valid until %1</source>
        <translation>קוד להורים: תקף עד %1</translation>
    </message>
    <message>
        <source>made by %1 %2</source>
        <translation>הונפק בידי %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong tries</source>
        <translation>
            <numerusform>ניסיון שגוי אחד</numerusform>
            <numerusform>%n ניסיונות שגויים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code for parents: locked after %n wrong tries</source>
        <translation>
            <numerusform>קוד להורים: ננעל אחרי ניסיון שגוי אחד</numerusform>
            <numerusform>קוד להורים: ננעל אחרי %n ניסיונות שגויים</numerusform>
        </translation>
    </message>
    <message>
        <source>Code for parents: ended</source>
        <translation>קוד להורים: בוטל</translation>
    </message>
    <message>
        <source>Code for parents: expired on %1</source>
        <translation>קוד להורים: פג ב־%1</translation>
    </message>
    <message>
        <source>Joined with the card of %1 by %2 %3.</source>
        <translation>מוזג עם הכרטיס של %1 בידי %2 %3.</translation>
    </message>
    <message>
        <source>Perhaps the same person: the card of %1, born %2.</source>
        <translation>אולי אותו אדם: הכרטיס של %1, תאריך לידה %2.</translation>
    </message>
    <message>
        <source>Perhaps the same person: the card of %1, without a birth date.</source>
        <translation>אולי אותו אדם: הכרטיס של %1, בלי תאריך לידה.</translation>
    </message>
    <message>
        <source>In these records a card is found by its phone number.</source>
        <translation>ברשומות האלה מוצאים כרטיס לפי מספר טלפון.</translation>
    </message>
    <message>
        <source>The birth date is still ahead.</source>
        <translation>תאריך הלידה עוד לא הגיע.</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>נולד/ה ב־%1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::CardView</name>
    <message>
        <source>Allergy: %1</source>
        <translation>אלרגיה: %1</translation>
    </message>
    <message>
        <source>Cards are joined in Odoo.</source>
        <translation>מיזוג הכרטיסים נעשה ב־Odoo.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>השוואה…</translation>
    </message>
    <message>
        <source>Compare with the card of %1</source>
        <translation>השוואה עם הכרטיס של %1</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>ביטול המיזוג…</translation>
    </message>
    <message>
        <source>Take the card of %1 apart again</source>
        <translation>הפרדה מחדש של הכרטיס של %1</translation>
    </message>
    <message>
        <source>Next visits</source>
        <translation>התורים הבאים</translation>
    </message>
    <message>
        <source>%1 at %2 · %3 · %4</source>
        <translation>%1 בשעה %2 · %3 · %4</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>הזזה…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>ביטול…</translation>
    </message>
    <message>
        <source>Move the visit on %1</source>
        <translation>הזזת התור ב%1</translation>
    </message>
    <message>
        <source>Cancel the visit on %1</source>
        <translation>ביטול התור ב%1</translation>
    </message>
    <message>
        <source>No visit is booked.</source>
        <translation>לא נקבע תור.</translation>
    </message>
    <message>
        <source>Treatment plan</source>
        <translation>תוכנית טיפול</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>בוצעו: %1</translation>
    </message>
    <message>
        <source>What is done of the plan</source>
        <translation>מה שבוצע מהתוכנית</translation>
    </message>
    <message>
        <source>Book…</source>
        <translation>קביעת תור…</translation>
    </message>
    <message>
        <source>Book for %1: %2</source>
        <translation>קביעת תור ל%1: %2</translation>
    </message>
    <message>
        <source>Past visits</source>
        <translation>ביקורים קודמים</translation>
    </message>
    <message>
        <source>They cannot be read: %1</source>
        <translation>אי אפשר לקרוא אותם: %1</translation>
    </message>
    <message>
        <source>Earlier ones: %1</source>
        <translation>מוקדמים יותר: %1</translation>
    </message>
    <message>
        <source>Earlier visits of %1</source>
        <translation>ביקורים מוקדמים יותר של %1</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>חשבוניות</translation>
    </message>
    <message>
        <source>Everything is paid.</source>
        <translation>הכול שולם.</translation>
    </message>
    <message>
        <source>To be paid: %1</source>
        <translation>יתרה לתשלום: %1</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>שולמו: %1</translation>
    </message>
    <message>
        <source>Paid invoices of %1</source>
        <translation>חשבוניות ששולמו של %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>פירוט</translation>
    </message>
    <message>
        <source>What invoice %1 is for</source>
        <translation>על מה חשבונית %1</translation>
    </message>
    <message>
        <source>Notes in the record</source>
        <translation>הערות ברשומה</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>הצגה: %1</translation>
    </message>
    <message>
        <source>Notes in the record of %1</source>
        <translation>הערות ברשומה של %1</translation>
    </message>
    <message>
        <source>End the code…</source>
        <translation>ביטול הקוד…</translation>
    </message>
    <message>
        <source>End the code for the parents of %1</source>
        <translation>ביטול הקוד להורים של %1</translation>
    </message>
    <message>
        <source>New visit…</source>
        <translation>תור חדש…</translation>
    </message>
    <message>
        <source>New visit for %1</source>
        <translation>תור חדש ל%1</translation>
    </message>
    <message>
        <source>Code for parents…</source>
        <translation>קוד להורים…</translation>
    </message>
    <message>
        <source>Make a code for the parents of %1</source>
        <translation>הנפקת קוד להורים של %1</translation>
    </message>
    <message>
        <source>Join cards…</source>
        <translation>מיזוג כרטיסים…</translation>
    </message>
    <message>
        <source>Join the card of %1 with another one of the same person</source>
        <translation>מיזוג הכרטיס של %1 עם כרטיס אחר של אותו אדם</translation>
    </message>
    <message>
        <source>Open in Odoo</source>
        <translation>פתיחה ב־Odoo</translation>
    </message>
    <message>
        <source>Open the record of %1 in Odoo</source>
        <translation>פתיחת הרשומה של %1 ב־Odoo</translation>
    </message>
    <message>
        <source>Opens the record in the browser</source>
        <translation>פותח את הרשומה בדפדפן</translation>
    </message>
    <message>
        <source>Two people…</source>
        <translation>אלה שני אנשים…</translation>
    </message>
    <message>
        <source>The card of %1 is of somebody else</source>
        <translation>הכרטיס של %1 שייך למישהו אחר</translation>
    </message>
    <message>
        <source>Or drag it to the day book</source>
        <translation>אפשר גם לגרור ליומן</translation>
    </message>
</context>
<context>
    <name>delpek::ui::CodeForm</name>
    <message>
        <source>Make the code</source>
        <translation>הנפקת קוד</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>העתקה</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>הדפסה…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Code for parents</source>
        <translation>קוד להורים</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>יום אחד</numerusform>
            <numerusform>%n ימים</numerusform>
        </translation>
    </message>
    <message>
        <source>With this code the parents of %1 prove in a chat who they are. Give it to them only after you know that they are the parents.</source>
        <translation>בקוד הזה ההורים של %1 מאמתים בצ׳אט את זהותם. יש למסור אותו רק אחרי שווידאתם שאלה ההורים.</translation>
    </message>
    <message>
        <source>The code that is in force now ends.</source>
        <translation>הקוד שבתוקף עכשיו יבוטל.</translation>
    </message>
    <message>
        <source>&amp;Valid for</source>
        <translation>&amp;תוקף</translation>
    </message>
    <message>
        <source>The code: %1</source>
        <translation>הקוד: %1</translation>
    </message>
    <message>
        <source>The code for the parents of %1, valid until %2:</source>
        <translation>הקוד להורים של %1, תקף עד %2:</translation>
    </message>
    <message>
        <source>It is shown this one time and kept nowhere. Whoever loses it gets a new one.</source>
        <translation>הקוד מוצג רק הפעם ואינו נשמר בשום מקום. אם יאבד, מנפיקים חדש.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Keep it to yourselves. The clinic asks for it when you write about your child.</source>
        <translation>שמרו אותו אצלכם. המרפאה תבקש אותו כשתכתבו בעניין הילד או הילדה.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::JoinForm</name>
    <message>
        <source>%1 · to be paid: %2</source>
        <translation>%1 · לתשלום: %2</translation>
    </message>
    <message>
        <source>coming: %1 · past: %2</source>
        <translation>עתידיים: %1 · קודמים: %2</translation>
    </message>
    <message>
        <source>Another card…</source>
        <translation>כרטיס אחר…</translation>
    </message>
    <message>
        <source>Join…</source>
        <translation>מיזוג…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Join two cards of one person</source>
        <translation>מיזוג שני כרטיסים של אותו אדם</translation>
    </message>
    <message>
        <source>Look for the other card</source>
        <translation>חיפוש הכרטיס השני</translation>
    </message>
    <message>
        <source>Which other card is of the same person as the card of %1?</source>
        <translation>איזה כרטיס נוסף שייך לאותו אדם כמו הכרטיס של %1?</translation>
    </message>
    <message>
        <source>Are both of one person? Choose the card that is kept. Visits, invoices, notes, plan and phones of the other one go to it; allergies and risks of both are on it. It can be undone.</source>
        <translation>האם שניהם של אותו אדם? בחרו איזה כרטיס נשאר. התורים, החשבוניות, ההערות, תוכנית הטיפול והטלפונים של הכרטיס השני יעברו אליו, והאלרגיות והסיכונים של שניהם יופיעו בו. אפשר לבטל את המיזוג.</translation>
    </message>
    <message>
        <source>Keep this card</source>
        <translation>הכרטיס הזה נשאר</translation>
    </message>
    <message>
        <source>Keep the card of %1</source>
        <translation>הכרטיס של %1 נשאר</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>באנגלית</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>תאריך לידה</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>טלפונים</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>ביקורים</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>חשבוניות</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>אלרגיות</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>סיכונים</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>תוכנית טיפול</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>הערות</translation>
    </message>
    <message>
        <source>The birth dates differ. These may be two people: look twice.</source>
        <translation>תאריכי הלידה שונים. ייתכן שאלה שני אנשים: כדאי לבדוק שוב.</translation>
    </message>
    <message>
        <source>Join two cards</source>
        <translation>מיזוג כרטיסים</translation>
    </message>
    <message>
        <source>Join the card of %1 into the card of %2? From then on there is one card, also for the agent and in the chat.</source>
        <translation>למזג את הכרטיס של %1 אל הכרטיס של %2? מרגע זה יהיה כרטיס אחד, גם עבור הסוכן ובצ׳אט.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>מיזוג</translation>
    </message>
    <message>
        <source>Nothing was joined. %1</source>
        <translation>דבר לא מוזג. %1</translation>
    </message>
    <message>
        <source>%1 (born %2)</source>
        <translation>%1 (תאריך לידה %2)</translation>
    </message>
</context>
<context>
    <name>HoursWords</name>
    <message>
        <source>Rosh Hashana</source>
        <translation>ראש השנה</translation>
    </message>
    <message>
        <source>Yom Kippur</source>
        <translation>יום כיפור</translation>
    </message>
    <message>
        <source>Sukkot</source>
        <translation>סוכות</translation>
    </message>
    <message>
        <source>Purim</source>
        <translation>פורים</translation>
    </message>
    <message>
        <source>Passover eve</source>
        <translation>ערב פסח</translation>
    </message>
    <message>
        <source>Passover</source>
        <translation>פסח</translation>
    </message>
    <message>
        <source>Memorial Day</source>
        <translation>יום הזיכרון</translation>
    </message>
    <message>
        <source>Independence Day</source>
        <translation>יום העצמאות</translation>
    </message>
    <message>
        <source>Shavuot</source>
        <translation>שבועות</translation>
    </message>
    <message>
        <source>Tisha B&apos;Av</source>
        <translation>תשעה באב</translation>
    </message>
    <message>
        <source>The hours are kept in the clinic&apos;s own records. Change them there; Delpek follows.</source>
        <translation>השעות נשמרות ברשומות של המרפאה עצמה. משנים אותן שם, ודלפק מתעדכנת.</translation>
    </message>
    <message>
        <source>The hours were changed at another desk meanwhile. Yours were not saved; look at the hours as they are now.</source>
        <translation>השעות שונו בינתיים בעמדה אחרת. השינוי שלך לא נשמר; אלה השעות כפי שהן עכשיו.</translation>
    </message>
    <message>
        <source>This time is over already. Choose an end that is still ahead.</source>
        <translation>הזמן הזה כבר עבר. יש לבחור סיום שעוד לפנינו.</translation>
    </message>
    <message>
        <source>At most a year at once. Choose an earlier end.</source>
        <translation>שנה לכל היותר בפעם אחת. יש לבחור סיום מוקדם יותר.</translation>
    </message>
    <message>
        <source>A time is missing.</source>
        <translation>חסרה שעה.</translation>
    </message>
    <message>
        <source>The end has to come after the beginning, and before midnight.</source>
        <translation>הסיום צריך לבוא אחרי ההתחלה, ולפני חצות.</translation>
    </message>
    <message>
        <source>These hours overlap others of the same day.</source>
        <translation>השעות האלה חופפות לאחרות באותו יום.</translation>
    </message>
    <message>
        <source>Somebody else changed this closure meanwhile. Look at it as it is now.</source>
        <translation>הסגירה הזאת שונתה בינתיים בידי מישהו אחר. כך היא עכשיו.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::WeekEditor</name>
    <message>
        <source>%1, from</source>
        <translation>%1, משעה</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1, עד שעה</translation>
    </message>
    <message>
        <source>Take out %1 on %2</source>
        <translation>הסרת %1 ב%2</translation>
    </message>
    <message>
        <source>Add hours on %1</source>
        <translation>הוספת שעות ב%1</translation>
    </message>
    <message>
        <source>+ hours</source>
        <translation>+ שעות</translation>
    </message>
</context>
<context>
    <name>delpek::ui::EffectPanel</name>
    <message>
        <source>No booked visit falls outside these hours. Once they are saved, times are offered and patients are told by them.</source>
        <translation>אף תור שנקבע לא נשאר מחוץ לשעות האלה. אחרי השמירה יוצעו זמנים לפיהן, וכך ייאמר למטופלים.</translation>
    </message>
    <message>
        <source>No booked visit lies in this time. Once it is saved, no time is offered in it.</source>
        <translation>אין תורים בזמן הזה. אחרי השמירה לא יוצעו בו זמנים.</translation>
    </message>
    <message numerus="yes">
        <source>%n booked visit(s) would fall outside these hours. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</source>
        <translation>
            <numerusform>תור אחד יישאר מחוץ לשעות האלה. הוא נשאר קבוע, שום דבר לא מתבטל מעצמו: כדאי ליצור קשר, או להזיז את התור ביומן.</numerusform>
            <numerusform>%n תורים יישארו מחוץ לשעות האלה. הם נשארים קבועים, שום דבר לא מתבטל מעצמו: כדאי לדבר עם המטופלים, או להזיז את התורים ביומן.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked visit(s) lie in this time. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</source>
        <translation>
            <numerusform>תור אחד נופל בזמן הזה. הוא נשאר קבוע, שום דבר לא מתבטל מעצמו: כדאי ליצור קשר, או להזיז את התור ביומן.</numerusform>
            <numerusform>%n תורים נופלים בזמן הזה. הם נשארים קבועים, שום דבר לא מתבטל מעצמו: כדאי לדבר עם המטופלים, או להזיז את התורים ביומן.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>פתיחת היום</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>פתיחת השיחה</translation>
    </message>
    <message>
        <source>When</source>
        <translation>מתי</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>רופא/ה</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>טיפול</translation>
    </message>
    <message>
        <source>Visits that are touched</source>
        <translation>תורים שהשינוי נוגע בהם</translation>
    </message>
    <message>
        <source>The first %1 of %2 are listed.</source>
        <translation>ברשימה מופיעים %1 הראשונים מתוך %2.</translation>
    </message>
    <message>
        <source>No visit is booked with them.</source>
        <translation>לא נקבעו תורים.</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) are booked with them. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</source>
        <translation>
            <numerusform>נקבע תור אחד. הוא נשאר ביומן, ושום דבר לא מתבטל מעצמו: כדאי ליצור קשר, או להזיז את התור ביומן.</numerusform>
            <numerusform>נקבעו %n תורים. הם נשארים ביומן, ושום דבר לא מתבטל מעצמו: כדאי לדבר עם המטופלים, או להזיז את התורים ביומן.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::TimeOffForm</name>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Close the clinic, or time off</source>
        <translation>סגירה או היעדרות</translation>
    </message>
    <message>
        <source>The whole clinic</source>
        <translation>המרפאה כולה</translation>
    </message>
    <message>
        <source>Choose a holiday…</source>
        <translation>בחירת חג…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Whole days</source>
        <translation>&amp;ימים שלמים</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>היום הראשון</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>היום האחרון</translation>
    </message>
    <message>
        <source>Time on the first day</source>
        <translation>שעה ביום הראשון</translation>
    </message>
    <message>
        <source>Time on the last day</source>
        <translation>שעה ביום האחרון</translation>
    </message>
    <message>
        <source>Only the team sees it</source>
        <translation>רק הצוות רואה</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>מי</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>חג</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;מתאריך</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;עד</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;סיבה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>The end has to come after the beginning.</source>
        <translation>הסיום צריך לבוא אחרי ההתחלה.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::HoursPage</name>
    <message>
        <source>Hours</source>
        <translation>שעות</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>המרפאה</translation>
    </message>
    <message>
        <source>Kept in Delpek&apos;s own book. What you save counts at once: for the times that are offered, and for what patients are told when they ask.</source>
        <translation>נשמר ביומן המובנה של דלפק. מה שנשמר כאן תקף מיד: לזמנים שמוצעים, ולתשובה כשמטופלים שואלים.</translation>
    </message>
    <message>
        <source>Read from the clinic&apos;s own records (Odoo), and changed there: in the working hours of the company and of each doctor, and in their time off. Delpek follows within minutes.</source>
        <translation>נקרא מהרשומות של המרפאה (Odoo), ושם גם משנים: בשעות העבודה של החברה ושל כל רופא, ובהיעדרויות. דלפק מתעדכנת תוך דקות.</translation>
    </message>
    <message>
        <source>As it was %1.</source>
        <translation>כפי שהיה %1.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>סגור</translation>
    </message>
    <message>
        <source>Not at work</source>
        <translation>לא עובדים</translation>
    </message>
    <message>
        <source>The whole clinic</source>
        <translation>המרפאה כולה</translation>
    </message>
    <message>
        <source>Saved. From now on times are offered by these hours.</source>
        <translation>נשמר. מעכשיו מוצעים זמנים לפי השעות האלה.</translation>
    </message>
    <message>
        <source>Taken out. Times are offered in it again.</source>
        <translation>הוסר. שוב מוצעים בו זמנים.</translation>
    </message>
    <message>
        <source>&amp;Whose hours</source>
        <translation>שעות &amp;של</translation>
    </message>
    <message>
        <source>Save hours</source>
        <translation>שמירת השעות</translation>
    </message>
    <message>
        <source>As they were</source>
        <translation>כפי שהיו</translation>
    </message>
    <message>
        <source>Closed, and time off</source>
        <translation>סגירות והיעדרויות</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>מי</translation>
    </message>
    <message>
        <source>From</source>
        <translation>מתאריך</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>עד</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>סיבה</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>הוספה…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>A holiday is a day of work like any other unless the clinic is closed here. Patients who ask are told of days on which the whole clinic is closed.</source>
        <translation>חג הוא יום עבודה ככל הימים, אלא אם סוגרים כאן את המרפאה. מטופלים ששואלים מקבלים תשובה על ימים שבהם המרפאה כולה סגורה.</translation>
    </message>
    <message>
        <source>These hours are not saved yet. Save them, or press "As they were".</source>
        <translation>השעות האלה עוד לא נשמרו. שמרו אותן, או לחצו על "כפי שהיו".</translation>
    </message>
    <message>
        <source>%1, from %2 until %3. %4</source>
        <translation>%1, מ־%2 עד %3. %4</translation>
    </message>
    <message>
        <source>It is closed again.</source>
        <translation>שוב סגור בזמן הזה.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>ביטול ההסרה</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Nothing is copied here: this is the demo clinic, and it ends with the program.</source>
        <translation>כאן לא מגבים כלום: זו מרפאת ההדגמה, והיא נעלמת כשהתוכנה נסגרת.</translation>
    </message>
    <message>
        <source>This clinic&apos;s database is on a server, and several desks share it. It is copied there, not here: with pg_dump, once a day, together with the folder of the files. The guide says how.</source>
        <translation>מסד הנתונים של המרפאה נמצא בשרת, וכמה עמדות עובדות מולו. מגבים אותו שם ולא כאן: עם pg_dump, פעם ביום, יחד עם תיקיית הקבצים. במדריך כתוב איך.</translation>
    </message>
    <message>
        <source>Choose a folder for the copies first.</source>
        <translation>יש לבחור קודם תיקייה לגיבויים.</translation>
    </message>
    <message>
        <source>The folder for the copies is missing or cannot be written to. Connect the disk, or choose another folder.</source>
        <translation>תיקיית הגיבויים חסרה, או שאי אפשר לכתוב בה. צריך לחבר את הכונן, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>This folder lies among the clinic&apos;s data itself. Choose one on another disk, or it would be lost together with the data.</source>
        <translation>התיקייה הזאת נמצאת בתוך נתוני המרפאה עצמם. יש לבחור תיקייה בכונן אחר, אחרת היא תאבד יחד עם הנתונים.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for a copy. Make room, keep fewer copies, or choose another disk.</source>
        <translation>אין מספיק מקום בכונן לגיבוי. אפשר לפנות מקום, לשמור פחות גיבויים או לבחור כונן אחר.</translation>
    </message>
    <message>
        <source>The copy is not whole and was not kept. Try again; if it stays, the disk may be failing: choose another one.</source>
        <translation>הגיבוי יצא פגום ולא נשמר. אפשר לנסות שוב; אם זה חוזר, ייתכן שהכונן מתקלקל, ויש לבחור כונן אחר.</translation>
    </message>
    <message>
        <source>A file of the clinic&apos;s data cannot be read, so no copy was made. An administrator has to look at the disk.</source>
        <translation>אי אפשר לקרוא אחד מקובצי הנתונים של המרפאה, ולכן לא נעשה גיבוי. על אחראי המערכת לבדוק את הכונן.</translation>
    </message>
    <message>
        <source>Keep between 1 and 365 copies.</source>
        <translation>אפשר לשמור בין 1 ל־365 גיבויים.</translation>
    </message>
    <message>
        <source>Copying the database…</source>
        <translation>מעתיק את מסד הנתונים…</translation>
    </message>
    <message>
        <source>Copying files of messages: %1 of %2</source>
        <translation>מעתיק קבצים של הודעות: %1 מתוך %2</translation>
    </message>
    <message>
        <source>Checking the copy…</source>
        <translation>בודק את הגיבוי…</translation>
    </message>
    <message>
        <source>Another Delpek is making a copy in this folder. Try again in a few minutes.</source>
        <translation>כרגע תוכנת דלפק אחרת יוצרת גיבוי בתיקייה הזו. נסו שוב בעוד כמה דקות.</translation>
    </message>
    <message>
        <source>The copy was made, but an older one could not be removed. An administrator has to remove it by hand.</source>
        <translation>הגיבוי נוצר, אבל לא ניתן היה למחוק גיבוי ישן יותר. מנהל המערכת צריך למחוק אותו ידנית.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::BackupPage</name>
    <message>
        <source>The copy is whole: it was opened and checked.</source>
        <translation>הגיבוי שלם: הוא נפתח ונבדק.</translation>
    </message>
    <message>
        <source>Saved. It counts from now on.</source>
        <translation>נשמר, ותקף מעכשיו.</translation>
    </message>
    <message>
        <source>Where copies of the clinic&apos;s data go</source>
        <translation>לאן הולכים הגיבויים של נתוני המרפאה</translation>
    </message>
    <message>
        <source>The last try, %1, failed: %2</source>
        <translation>הניסיון האחרון, %1, נכשל: %2</translation>
    </message>
    <message>
        <source>No copy is made: there is no folder for it yet. If this computer&apos;s disk fails, all that is not kept elsewhere is lost.</source>
        <translation>לא נעשה גיבוי: עוד אין לו תיקייה. אם הכונן של המחשב הזה יתקלקל, יאבד כל מה שלא שמור במקום אחר.</translation>
    </message>
    <message>
        <source>There is no copy yet.</source>
        <translation>עוד אין גיבוי.</translation>
    </message>
    <message>
        <source>Last copy: %1, %2 ago, whole when it was made.</source>
        <translation>גיבוי אחרון: %1, לפני %2, ונמצא שלם כשנעשה.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>גיבוי</translation>
    </message>
    <message>
        <source>A copy of the database, of the files of messages and of the settings, made while Delpek runs and checked before it counts. What was erased since stays in older copies until they go.</source>
        <translation>העתק של מסד הנתונים, של קובצי ההודעות ושל ההגדרות. הוא נעשה בזמן שדלפק פועלת, ונבדק לפני שהוא נחשב. מה שנמחק אחר כך נשאר בגיבויים ישנים עד שהם נמחקים.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>גיבוי עכשיו</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>מתי ולאן</translation>
    </message>
    <message>
        <source>&amp;Folder, on another disk</source>
        <translation>&amp;תיקייה, בכונן אחר</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>בחירה…</translation>
    </message>
    <message>
        <source>Every day &amp;at</source>
        <translation>בכל יום &amp;בשעה</translation>
    </message>
    <message>
        <source>Time of day of the backup</source>
        <translation>שעת הגיבוי</translation>
    </message>
    <message>
        <source>&amp;Copies that are kept</source>
        <translation>&amp;גיבויים שנשמרים</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>גיבויים</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>נעשה</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>גודל</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>קבצים</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>היכן</translation>
    </message>
    <message>
        <source>Keys and passwords are not in the copy. Keep the secret %1 with the clinic&apos;s passwords, on paper or in a password manager: without it the files of messages in a copy cannot be read. The guide says how to see it and how to bring a copy back.</source>
        <translation>מפתחות וסיסמאות אינם בגיבוי. את הסוד %1 יש לשמור עם הסיסמאות של המרפאה, על נייר או במנהל סיסמאות: בלעדיו אי אפשר לקרוא את קובצי ההודעות שבגיבוי. במדריך כתוב איך רואים אותו ואיך משחזרים מגיבוי.</translation>
    </message>
    <message>
        <source>The next one is made %1.</source>
        <translation>הגיבוי הבא ייעשה %1.</translation>
    </message>
    <message>
        <source>None is made by itself.</source>
        <translation>גיבוי לא נעשה מעצמו.</translation>
    </message>
    <message>
        <source>These settings are given from outside of the configuration file, and changed there.</source>
        <translation>ההגדרות האלה נקבעות מחוץ לקובץ ההגדרות, ושם משנים אותן.</translation>
    </message>
    <message>
        <source>Files of messages that were gone from this computer then: %1. Bring them back from an older copy, if one has them.</source>
        <translation>קבצים של הודעות שכבר לא היו במחשב הזה: %1. אם יש גיבוי ישן שכולל אותם, כדאי לשחזר אותם ממנו.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::RestartBar</name>
    <message>
        <source>What you changed works once Delpek has been started again. That takes some seconds; messages that come meanwhile are answered afterwards.</source>
        <translation>השינויים ייכנסו לתוקף אחרי הפעלה מחדש של דלפק. זה נמשך כמה שניות; הודעות שיגיעו בינתיים ייענו אחר כך.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>הפעלה מחדש עכשיו</translation>
    </message>
</context>
<context>
    <name>delpek::ui::PairDialog</name>
    <message>
        <source>Link the clinic&apos;s phone</source>
        <translation>קישור הטלפון של המרפאה</translation>
    </message>
    <message>
        <source>On the clinic&apos;s phone, open WhatsApp, then Settings, Linked devices, Link a device, and point it at the code.</source>
        <translation>בטלפון של המרפאה פותחים את וואטסאפ, נכנסים להגדרות, מכשירים מקושרים, קישור מכשיר, ומכוונים את המצלמה אל הקוד.</translation>
    </message>
    <message>
        <source>WAHA is getting ready…</source>
        <translation>WAHA בהכנה…</translation>
    </message>
    <message>
        <source>The code changes by itself every some seconds.</source>
        <translation>הקוד מתחלף מעצמו כל כמה שניות.</translation>
    </message>
    <message>
        <source>The phone is linked.</source>
        <translation>הטלפון מקושר.</translation>
    </message>
    <message>
        <source>No phone was linked in five minutes.</source>
        <translation>במשך חמש דקות לא קושר טלפון.</translation>
    </message>
    <message>
        <source>QR code to be scanned by the clinic&apos;s phone</source>
        <translation>קוד QR לסריקה בטלפון של המרפאה</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>ניסיון נוסף</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
</context>
<context>
    <name>delpek::ui::TemplateForm</name>
    <message>
        <source>Put in a field</source>
        <translation>שיבוץ שדה</translation>
    </message>
    <message>
        <source>Examples. WhatsApp wants one for each field.</source>
        <translation>דוגמאות. ב־WhatsApp מבקשים דוגמה לכל שדה.</translation>
    </message>
    <message>
        <source>A new template</source>
        <translation>תבנית חדשה</translation>
    </message>
    <message>
        <source>Change a template</source>
        <translation>שינוי תבנית</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Small English letters, digits and _. Only the staff and WhatsApp see it; it cannot be changed later.</source>
        <translation>אותיות אנגליות קטנות, ספרות והסימן _. השם גלוי רק לצוות ול־WhatsApp, ואי אפשר לשנות אותו אחר כך.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>WhatsApp charges more for advertising, and patients can refuse it.</source>
        <translation>על פרסום גובים ב־WhatsApp יותר, ומטופלים יכולים לחסום אותו.</translation>
    </message>
    <message>
        <source>Line above</source>
        <translation>שורה עליונה</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>טקסט</translation>
    </message>
    <message>
        <source>Line below</source>
        <translation>שורה תחתונה</translation>
    </message>
    <message>
        <source>Button %1</source>
        <translation>כפתור %1</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>כפתורים</translation>
    </message>
    <message>
        <source>What a patient may press instead of writing.</source>
        <translation>מה שאפשר ללחוץ עליו במקום לכתוב.</translation>
    </message>
    <message>
        <source>As a patient reads it</source>
        <translation>כך ייראה למטופלים</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>It can be sent once it was handed in and WhatsApp has approved it.</source>
        <translation>אפשר יהיה לשלוח אותה אחרי הגשה לאישור ואישור של WhatsApp.</translation>
    </message>
    <message>
        <source>Another field, filled in by hand</source>
        <translation>שדה אחר, למילוי ידני</translation>
    </message>
</context>
<context>
    <name>delpek::ui::AnswersPage</name>
    <message>
        <source>Answers and alerts</source>
        <translation>מענה והתראות</translation>
    </message>
    <message>
        <source>What the clinic has decided: how patients are answered, what they are told while they wait, and how the staff is alerted. What is changed here works after Delpek was started again.</source>
        <translation>מה שהמרפאה קבעה: איך עונים למטופלים, מה נאמר להם בזמן ההמתנה ואיך הצוות מקבל התראות. שינויים כאן נכנסים לתוקף אחרי הפעלה מחדש של דלפק.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::SettingsCard</name>
    <message>
        <source>Saved. It works after Delpek was started again.</source>
        <translation>נשמר. ייכנס לתוקף אחרי הפעלה מחדש של דלפק.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>שמירה: %1</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>ביטול השינויים</translation>
    </message>
    <message>
        <source>As it was: %1</source>
        <translation>ביטול השינויים: %1</translation>
    </message>
    <message>
        <source>Saved for your clinic. What runs now is the demo clinic.</source>
        <translation>נשמר עבור המרפאה שלכם. עכשיו פועלת מרפאת ההדגמה.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::DurationEdit</name>
    <message>
        <source>milliseconds</source>
        <translation>אלפיות שנייה</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>שניות</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>דקות</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>שעות</translation>
    </message>
    <message>
        <source>days</source>
        <translation>ימים</translation>
    </message>
    <message>
        <source>Unit: %1</source>
        <translation>יחידה: %1</translation>
    </message>
</context>
<context>
    <name>DutyWords</name>
    <message>
        <source>There is no such day or time. Choose another one.</source>
        <translation>אין יום או שעה כאלה. בחרו אחרים.</translation>
    </message>
    <message>
        <source>Whoever is called first has the number 1.</source>
        <translation>מי שפונים אליהם ראשונים מקבלים את המספר 1.</translation>
    </message>
    <message>
        <source>This date is over. Choose today or a later one.</source>
        <translation>התאריך הזה עבר. בחרו בהיום או בתאריך מאוחר יותר.</translation>
    </message>
    <message>
        <source>This person does not work here any more. Choose somebody else.</source>
        <translation>האדם הזה כבר לא עובד כאן. בחרו במישהו אחר.</translation>
    </message>
    <message>
        <source>This person is on duty at that time already. Change what there is, or choose another time.</source>
        <translation>לאדם הזה כבר יש תורנות בזמן הזה. שנו את הקיימת או בחרו זמן אחר.</translation>
    </message>
    <message>
        <source>Somebody else changed or removed this meanwhile. What is shown now is what there is.</source>
        <translation>בינתיים מישהו אחר שינה או הסיר את זה. מה שמוצג עכשיו הוא המצב הנוכחי.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>כל היום</translation>
    </message>
    <message>
        <source>%1, the next day</source>
        <translation>%1 למחרת</translation>
    </message>
    <message>
        <source>first</source>
        <translation>1</translation>
    </message>
    <message>
        <source>second</source>
        <translation>2</translation>
    </message>
    <message>
        <source>third</source>
        <translation>3</translation>
    </message>
    <message>
        <source>somebody who is not here any more</source>
        <translation>מי שכבר לא עובדים כאן</translation>
    </message>
    <message>
        <source>%1 (not here any more)</source>
        <translation>%1 (כבר לא כאן)</translation>
    </message>
    <message>
        <source>%1 (cannot be told)</source>
        <translation>%1 (אין דרך להתריע)</translation>
    </message>
    <message>
        <source>the whole week</source>
        <translation>כל השבוע</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 עד %2</translation>
    </message>
    <message>
        <source>%1 at the same time</source>
        <translation>%1 בבת אחת</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, ואחר כך </translation>
    </message>
    <message>
        <source>There is an entry for this person at that time already. Remove it first, or choose another time.</source>
        <translation>כבר יש רישום לאדם הזה בזמן הזה. הסירו אותו קודם, או בחרו זמן אחר.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::DutyForm</name>
    <message>
        <source>&amp;All day</source>
        <translation>&amp;כל היום</translation>
    </message>
    <message>
        <source>ends on the next day</source>
        <translation>נגמרת למחרת</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>On duty every week</source>
        <translation>תורנות בכל שבוע</translation>
    </message>
    <message>
        <source>Change who is on duty</source>
        <translation>שינוי תורנות</translation>
    </message>
    <message>
        <source>A date that differs</source>
        <translation>תאריך יוצא דופן</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not on duty, although the week says so</source>
        <translation>לא בתורנות, אף שכך כתוב בשבוע</translation>
    </message>
    <message>
        <source>On duty, although the week does not say so</source>
        <translation>בתורנות, אף שזה לא כתוב בשבוע</translation>
    </message>
    <message>
        <source>On duty from</source>
        <translation>תורנות משעה</translation>
    </message>
    <message>
        <source>On duty until</source>
        <translation>תורנות עד שעה</translation>
    </message>
    <message>
        <source>to</source>
        <translation>עד</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;מי</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;תאריך</translation>
    </message>
    <message>
        <source>W&amp;hat differs</source>
        <translation>מה ש&amp;ונה</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>בכל</translation>
    </message>
    <message>
        <source>Every (one day)</source>
        <translation>בכל (יום אחד)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;שעות</translation>
    </message>
    <message>
        <source>&amp;Called</source>
        <translation>&amp;סדר הפנייה</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>1 is called first.</source>
        <translation>קודם פונים למספר 1.</translation>
    </message>
    <message>
        <source>Called when those before have not acknowledged in time.</source>
        <translation>פונים אליהם כשהקודמים בתור לא אישרו בזמן.</translation>
    </message>
    <message>
        <source>Cannot be told: has no phone, address or chat for the ways that are connected. Add one under Staff.</source>
        <translation>אין דרך להתריע: חסר טלפון, כתובת או צ׳אט לדרכים המחוברות. הוסיפו תחת "צוות".</translation>
    </message>
</context>
<context>
    <name>delpek::ui::DutyPage</name>
    <message>
        <source>An emergency would reach nobody outside of the desk. Give somebody of the staff a phone number or an address.</source>
        <translation>מקרה חירום לא יגיע לאף אחד מחוץ לעמדה. הוסיפו למישהו מהצוות טלפון או כתובת.</translation>
    </message>
    <message>
        <source>An emergency at this moment reaches: %1.</source>
        <translation>מקרה חירום ברגע זה מגיע אל: %1.</translation>
    </message>
    <message>
        <source>on duty, called %1</source>
        <translation>בתורנות, סדר הפנייה: %1</translation>
    </message>
    <message>
        <source>not on duty</source>
        <translation>לא בתורנות</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Removed. %1</source>
        <translation>הוסר. %1</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>הכול כמו שהיה.</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>תורנות</translation>
    </message>
    <message>
        <source>Who is told outside of the desk when somebody has to answer: one after the other, until somebody acknowledges. Times are the clinic's. What is changed here counts at once.</source>
        <translation>מי מקבלים התראה מחוץ לעמדה כשצריך לענות: בזה אחר זה, עד שמישהו מאשר שראה. השעות הן של המרפאה. שינויים כאן נכנסים לתוקף מיד.</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>בכל שבוע</translation>
    </message>
    <message>
        <source>Dates that differ</source>
        <translation>תאריכים יוצאי דופן</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>יום</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>שעות</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>מי</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>סדר הפנייה</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>תאריך</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>מה שונה</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>הוספה…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>שינוי…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Add a date…</source>
        <translation>הוספת תאריך…</translation>
    </message>
    <message>
        <source>Remove the date</source>
        <translation>הסרת התאריך</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול ההסרה</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Nobody is told outside of the desk: no way to tell anybody is set up. An administrator connects text messages or e-mail under Connections, or lets the Telegram bot tell the staff under Answers and alerts.</source>
        <translation>אף אחד לא מקבל התראות מחוץ לעמדה: לא הוגדרה דרך לשלוח אותן. מנהלים מחברים SMS או דואר אלקטרוני תחת "חיבורים", או מפעילים התראות דרך הבוט בטלגרם תחת "מענה והתראות".</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>אין תורנות</translation>
    </message>
    <message>
        <source>not on duty, and for a time nobody else is</source>
        <translation>לא בתורנות, ובחלק מהזמן אין אף אחד אחר</translation>
    </message>
    <message>
        <source>Nobody is on duty: %1. An emergency then reaches: %2.</source>
        <translation>אין תורנות: %1. מקרה חירום מגיע אז אל: %2.</translation>
    </message>
    <message numerus="yes">
        <source>Nobody is on duty %n times a week, as the red lines say. An emergency then reaches: %1.</source>
        <translation>
            <numerusform>פעם אחת בשבוע אין תורנות, כמו שכתוב בשורה האדומה. מקרה חירום מגיע אז אל: %1.</numerusform>
            <numerusform>%n פעמים בשבוע אין תורנות, כמו שכתוב בשורות האדומות. מקרה חירום מגיע אז אל: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicWords</name>
    <message>
        <source>Maccabi</source>
        <translation>מכבי</translation>
    </message>
    <message>
        <source>Clalit</source>
        <translation>כללית</translation>
    </message>
    <message>
        <source>Meuhedet</source>
        <translation>מאוחדת</translation>
    </message>
    <message>
        <source>Leumit</source>
        <translation>לאומית</translation>
    </message>
    <message>
        <source>Dentist</source>
        <translation>רפואת שיניים</translation>
    </message>
    <message>
        <source>Hygienist</source>
        <translation>שיננות</translation>
    </message>
    <message>
        <source>No treatment is offered yet, so nothing can be booked.</source>
        <translation>עוד אין טיפולים, ולכן אי אפשר לקבוע תורים.</translation>
    </message>
    <message>
        <source>Nobody treats here yet, so nothing can be booked.</source>
        <translation>עוד אין מי שמטפל כאן, ולכן אי אפשר לקבוע תורים.</translation>
    </message>
    <message>
        <source>The clinic has no hours yet, so patients are told of none and offered none.</source>
        <translation>עוד לא הוזנו שעות פתיחה, ולכן לא מציעים למטופלים תורים.</translation>
    </message>
    <message>
        <source>Without hours, so nobody is booked with them: %1.</source>
        <translation>בלי שעות עבודה, ולכן אי אפשר לקבוע אליהם: %1.</translation>
    </message>
    <message>
        <source>Without treatments, so nobody is booked with them: %1.</source>
        <translation>בלי טיפולים, ולכן אי אפשר לקבוע אליהם: %1.</translation>
    </message>
    <message>
        <source>Done by nobody, so it cannot be booked: %1.</source>
        <translation>אין מי שמבצע, ולכן אי אפשר לקבוע: %1.</translation>
    </message>
    <message>
        <source>The clinic has no telephone number, and patients are told to call it.</source>
        <translation>למרפאה אין מספר טלפון, ולפעמים אומרים למטופלים להתקשר.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ClinicFields</name>
    <message>
        <source>The clinic needs a name, in Hebrew or in English.</source>
        <translation>צריך שם למרפאה, בעברית או באנגלית.</translation>
    </message>
    <message>
        <source>The place is two numbers with a comma, as a map shows them: 32.0853, 34.7818.</source>
        <translation>המיקום הוא שני מספרים ופסיק ביניהם, כמו במפה: ⁦32.0853, 34.7818⁩.</translation>
    </message>
    <message>
        <source>Name in &amp;Hebrew</source>
        <translation>שם ב&amp;עברית</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>שם ב&amp;אנגלית</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;טלפון</translation>
    </message>
    <message>
        <source>&amp;Address in Hebrew</source>
        <translation>&amp;כתובת בעברית</translation>
    </message>
    <message>
        <source>Address in En&amp;glish</source>
        <translation>כתובת באנגלי&amp;ת</translation>
    </message>
    <message>
        <source>P&amp;lace on the map</source>
        <translation>&amp;מיקום במפה</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>א&amp;זור זמן</translation>
    </message>
    <message>
        <source>Health funds</source>
        <translation>קופות חולים</translation>
    </message>
    <message>
        <source>&amp;Others, with commas</source>
        <translation>קופות אח&amp;רות, מופרדות בפסיקים</translation>
    </message>
    <message>
        <source>Latitude and longitude, as a map shows them. Sent when somebody asks for the way.</source>
        <translation>קו רוחב וקו אורך, כמו במפה. נשלח למי ששואל איך מגיעים.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::TreatmentForm</name>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Change a treatment</source>
        <translation>שינוי טיפול</translation>
    </message>
    <message>
        <source>Add a treatment</source>
        <translation>הוספת טיפול</translation>
    </message>
    <message>
        <source> min</source>
        <translation> דק׳</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>לא נמסר</translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation>סוג ה&amp;טיפול</translation>
    </message>
    <message>
        <source>Name in &amp;Hebrew</source>
        <translation>שם ב&amp;עברית</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>שם ב&amp;אנגלית</translation>
    </message>
    <message>
        <source>&amp;Takes</source>
        <translation>מ&amp;שך</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>מ&amp;חיר</translation>
    </message>
    <message>
        <source>Visits that are booked already keep their length. A price that is not told is left to the clinic's people when a patient asks.</source>
        <translation>תורים שכבר נקבעו נשארים באורכם. כשמטופל שואל על מחיר שלא נמסר, אנשי המרפאה עונים.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>משהו אחר</translation>
    </message>
</context>
<context>
    <name>delpek::ui::DoctorForm</name>
    <message>
        <source>&amp;All that the clinic offers</source>
        <translation>&amp;כל מה שהמרפאה מציעה</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Change who treats here</source>
        <translation>שינוי פרטים</translation>
    </message>
    <message>
        <source>Add who treats here</source>
        <translation>הוספה לצוות המטפל</translation>
    </message>
    <message>
        <source>Name in &amp;Hebrew</source>
        <translation>שם ב&amp;עברית</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>שם ב&amp;אנגלית</translation>
    </message>
    <message>
        <source>&amp;Profession</source>
        <translation>&amp;מקצוע</translation>
    </message>
    <message>
        <source>&amp;Does</source>
        <translation>&amp;טיפולים</translation>
    </message>
    <message>
        <source>Patients read the name as it stands here, with the title.</source>
        <translation>המטופלים רואים את השם כמו שהוא כתוב כאן, עם התואר.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>delpek::ui::RetireForm</name>
    <message>
        <source>Treats here no more</source>
        <translation>סיום עבודה</translation>
    </message>
    <message>
        <source>%1 is offered to nobody any more and is not named to patients. What was done stays in the records, and you can take this back.</source>
        <translation>לא יוצעו יותר תורים אצל %1, והשם לא יוזכר למטופלים. מה שנעשה נשאר ברשומות, ואפשר להחזיר את השם לרשימה.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>delpek::ui::ClinicPage</name>
    <message>
        <source>Somebody changed this meanwhile. What you typed still stands here: save to keep yours, or press "As it was" for theirs.</source>
        <translation>מישהו שינה את זה בינתיים. מה שהקלדת עדיין כאן: שמירה תשאיר את שלך, לחיצה על "כפי שהיה" תציג את השינוי ההוא.</translation>
    </message>
    <message>
        <source>Delpek keeps a book of its own for your clinic, and nothing stands in it yet. Begin with the name; then add the treatments and who does them, and enter the hours.</source>
        <translation>דלפק מנהלת יומן משלה למרפאה, ועוד אין בו כלום. מתחילים מהשם, אחר כך מוסיפים טיפולים ומטפלים ומזינים שעות.</translation>
    </message>
    <message>
        <source>Kept in Delpek's own book. What you save counts at once: for what patients are told and for the times that are offered.</source>
        <translation>נשמר ביומן המובנה של דלפק. מה שנשמר כאן תקף מיד: לתשובות למטופלים ולזמנים שמוצעים להם.</translation>
    </message>
    <message>
        <source>Read from the clinic's own records (Odoo), and changed there. Delpek follows within minutes.</source>
        <translation>נקרא מהרשומות של המרפאה (Odoo), ושם גם משנים. דלפק מתעדכנת תוך דקות.</translation>
    </message>
    <message>
        <source>As it was %1.</source>
        <translation>כפי שהיה %1.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>נשמר.</translation>
    </message>
    <message>
        <source>Added. It is offered once somebody does it.</source>
        <translation>נוסף. יוצע למטופלים כשיהיה מי שעושה אותו.</translation>
    </message>
    <message>
        <source>Added. Now enter their hours.</source>
        <translation>נוסף. עכשיו צריך להזין שעות עבודה.</translation>
    </message>
    <message>
        <source>Offered again.</source>
        <translation>מוצע שוב.</translation>
    </message>
    <message>
        <source>Not offered any more. Visits that are booked for it stay booked.</source>
        <translation>כבר לא מוצע. תורים שנקבעו נשארים ביומן.</translation>
    </message>
    <message>
        <source>Treats here again.</source>
        <translation>השם חזר לרשימה.</translation>
    </message>
    <message>
        <source>Offered to nobody any more. Visits that are booked stay booked.</source>
        <translation>לא יוצעו יותר תורים. תורים שנקבעו נשארים ביומן.</translation>
    </message>
    <message>
        <source>Begin the book</source>
        <translation>פתיחת היומן</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Offer it again</source>
        <translation>להציע שוב</translation>
    </message>
    <message>
        <source>Offer it no more</source>
        <translation>להפסיק להציע</translation>
    </message>
    <message>
        <source>Treats here again</source>
        <translation>חזרה לעבודה</translation>
    </message>
    <message>
        <source>Treats here no more…</source>
        <translation>סיום עבודה…</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>המרפאה</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>כפי שהיה</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>טיפולים</translation>
    </message>
    <message>
        <source>Add a treatment…</source>
        <translation>הוספת טיפול…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>שינוי…</translation>
    </message>
    <message>
        <source>Dentists and hygienists</source>
        <translation>הצוות המטפל</translation>
    </message>
    <message>
        <source>Add somebody…</source>
        <translation>הוספה לצוות…</translation>
    </message>
    <message>
        <source>Hours…</source>
        <translation>שעות…</translation>
    </message>
</context>
<context>
    <name>ClinicLists</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>דקה</numerusform>
            <numerusform>%n דק׳</numerusform>
        </translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>לא נמסר</translation>
    </message>
    <message>
        <source>Not offered any more</source>
        <translation>כבר לא מוצע</translation>
    </message>
    <message numerus="yes">
        <source>%n treatment(s)</source>
        <translation>
            <numerusform>טיפול אחד</numerusform>
            <numerusform>%n טיפולים</numerusform>
        </translation>
    </message>
    <message>
        <source>Treats here no more</source>
        <translation>העבודה כאן הסתיימה</translation>
    </message>
    <message>
        <source>Has hours</source>
        <translation>יש שעות</translation>
    </message>
    <message>
        <source>No hours yet</source>
        <translation>עוד אין שעות</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>טיפול</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>משך</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>מחיר</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>מבצעים</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>מקצוע</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>טיפולים</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>שעות</translation>
    </message>
</context>
<context>
    <name>LeaveOnce</name>
    <message>
        <source>What you wrote is not saved. Cancel once more to leave it.</source>
        <translation>מה שכתבת לא נשמר. לחיצה נוספת על "ביטול" תסגור בלי לשמור.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::TieForm</name>
    <message>
        <source>New patient…</source>
        <translation>מטופל/ת חדש/ה…</translation>
    </message>
    <message>
        <source>This is who writes</source>
        <translation>זה מי שכותב</translation>
    </message>
    <message>
        <source>Who writes?</source>
        <translation>מי כותב?</translation>
    </message>
    <message>
        <source>Look for the card</source>
        <translation>חיפוש הכרטיס</translation>
    </message>
    <message>
        <source>The card then stands beside the conversation, at every desk. The agent goes on asking who writes before it tells or changes anything.</source>
        <translation>הכרטיס יופיע לצד השיחה בכל העמדות. הסוכן ימשיך לברר מי כותב לפני שימסור או ישנה משהו.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>delpek::ui::NewCardForm</name>
    <message>
        <source>Add the patient</source>
        <translation>הוספה לרשומות</translation>
    </message>
    <message>
        <source>A new patient</source>
        <translation>מטופל/ת חדש/ה</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>לא ידוע</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>נקבה</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>זכר</translation>
    </message>
    <message>
        <source>Name in &amp;Hebrew</source>
        <translation>שם ב&amp;עברית</translation>
    </message>
    <message>
        <source>Name in &amp;English</source>
        <translation>שם ב&amp;אנגלית</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;טלפון</translation>
    </message>
    <message>
        <source>&amp;Born</source>
        <translation>תאריך &amp;לידה</translation>
    </message>
    <message>
        <source>&amp;Gender</source>
        <translation>&amp;מגדר</translation>
    </message>
    <message>
        <source>On %1 they call themselves %2. Ask for the name as in the identity card, the number and the birth date: by these the agent makes sure who writes the next time.</source>
        <translation>השם שמופיע ב־%1 הוא %2. כדאי לבקש את השם כמו בתעודת הזהות, את מספר הטלפון ואת תאריך הלידה: לפיהם הסוכן יוודא בפעם הבאה מי כותב.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>This is no birth date. Write it as day, month and year: 14.5.1988.</source>
        <translation>זה לא תאריך לידה. יש לכתוב יום, חודש ושנה: 14.5.1988.</translation>
    </message>
    <message>
        <source>Somebody else: add</source>
        <translation>אדם אחר: להוסיף</translation>
    </message>
    <message>
        <source>With this number there is already: %1. Add only somebody else, as one more of the family.</source>
        <translation>המספר הזה כבר רשום אצל: %1. יש להוסיף רק אדם אחר, למשל עוד בן משפחה.</translation>
    </message>
    <message>
        <source>Ask for the name as in the identity card, the number and the birth date: by these the agent makes sure who writes.</source>
        <translation>כדאי לשאול את השם כפי שהוא בתעודת הזהות, את מספר הטלפון ואת תאריך הלידה: לפיהם הסוכן מוודא מי כותב.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::EntrySide</name>
    <message>
        <source>Choose a visit to see it. Drag it to another time or doctor to move it. Press free time to book a visit.</source>
        <translation>בחירת תור מציגה אותו כאן. כדי להזיז תור גוררים אותו לשעה אחרת או לרופא/ה אחר/ת. כדי לקבוע תור לוחצים על שעה פנויה.</translation>
    </message>
    <message>
        <source>Choose a visit to see it.</source>
        <translation>בחירת תור מציגה אותו כאן.</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>הזזה…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>ביטול…</translation>
    </message>
    <message>
        <source>To the conversation</source>
        <translation>לשיחה</translation>
    </message>
    <message>
        <source>New visit…</source>
        <translation>תור חדש…</translation>
    </message>
    <message>
        <source>The patient's card cannot be read: %1</source>
        <translation>אי אפשר לקרוא את הכרטיס: %1</translation>
    </message>
</context>
<context>
    <name>delpek::ui::WhoPanel</name>
    <message>
        <source>Look for the patient</source>
        <translation>חיפוש המטופל/ת</translation>
    </message>
    <message>
        <source>Who is the visit for?</source>
        <translation>בשביל מי התור?</translation>
    </message>
    <message>
        <source>New patient…</source>
        <translation>מטופל/ת חדש/ה…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>המשך</translation>
    </message>
</context>
<context>
    <name>delpek::ui::CardSearch</name>
    <message>
        <source>Part of the name, or a phone number</source>
        <translation>חלק מהשם, או מספר טלפון</translation>
    </message>
    <message>
        <source>Cards that were found</source>
        <translation>כרטיסים שנמצאו</translation>
    </message>
    <message>
        <source>%1 (stands beside the conversation)</source>
        <translation>%1 (כבר לצד השיחה)</translation>
    </message>
    <message>
        <source>No card was found.</source>
        <translation>לא נמצא כרטיס.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::OwnMessages</name>
    <message>
        <source>A conversation that you put off is back.</source>
        <translation>שיחה שדחית חזרה לרשימה.</translation>
    </message>
    <message>
        <source>A patient wrote in a conversation that you hold.</source>
        <translation>התקבלה הודעה בשיחה שבטיפולך.</translation>
    </message>
</context>
<context>
    <name>delpek::ui::QuestionCard</name>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1, הדחיפות עכשיו: %2</translation>
    </message>
</context>
</TS>
