<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>BubbleWords</name>
    <message>
        <source>This message was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: more than 24 hours since the patient last wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the patient cannot be reached on this channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2: %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>This cannot be done as it was entered. Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer there. It may have been removed at another desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else was first. Look at the conversation again before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation moved on in the meantime. Read the latest messages and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection&apos;s key was refused or has expired. An administrator has to renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not allowed here. An administrator can change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient cannot be reached on this channel. Try the telephone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many messages went out at once. Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time. Check what happened before you try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side is not connected right now. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This channel cannot do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Delpek. Try again; if it stays, tell an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than 24 hours have passed since the patient last wrote, so WhatsApp does not allow free text. Your draft is kept; call the patient, or write once they write again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This channel is not connected, so nothing can be sent. Your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient asked not to receive messages. Your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to speak to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent could not go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for the doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble breathing or swallowing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bleeding that does not stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blow or a knocked-out tooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A safety rule fired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>Blood thinners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bisphosphonates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakened immune system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penicillin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latex</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to %1 on WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to %1 on Telegram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to %1 in the web chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether this arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back: a person took over first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delpek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to the doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stayed silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped: the conversation moved on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kind of message that cannot be shown here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::AlertCards</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am on it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::Composer</name>
    <message>
        <source>Message to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free answers on WhatsApp end in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent to %1 in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back (F9)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::DecisionsTab</name>
    <message>
        <source>Decisions of the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent has decided nothing here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::EscalationPage</name>
    <message>
        <source>Escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · waiting for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · taken on by %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::HolderBar</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the agent takes part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold this conversation yourself (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back to the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent goes on from here (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody holds it; it waits for whoever is free (F7)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::InboxModel</name>
    <message>
        <source>Draft:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::InboxPane</name>
    <message>
        <source>Search a name or a phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp&apos;s 24 hours for a free answer end soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversations here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::MainWindow</name>
    <message>
        <source>Take over or hand back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conversation that waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last message back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the list of conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between Hebrew and English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delpek</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::PatientTab</name>
    <message>
        <source>Profile on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile name is no proof of who writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in the records has this phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the records under this phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people in the records share this phone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2 · %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No visit is booked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::ProblemBar</name>
    <message>
        <source>%1 You see what was known at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::Rail</name>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalations (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for someone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to take a message &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::SidePane</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::ThreadPane</name>
    <message>
        <source>Choose a conversation from the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>delpek::ui::ThreadView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
