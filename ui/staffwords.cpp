// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staffwords.h"

#include "ui/keytexts.h"

namespace delpek::ui::words
{

namespace
{

struct StaffWords {
    Q_DECLARE_TR_FUNCTIONS(StaffWords)
};

constexpr auto staffSentences = std::to_array<KeyText>({
    {"staff.wrongPin", QT_TRANSLATE_NOOP("StaffWords", "The PIN is wrong.")},
    {"staff.wait", QT_TRANSLATE_NOOP("StaffWords", "Too many wrong PINs. Wait a while before you try again.")},
    {"staff.signIn", QT_TRANSLATE_NOOP("StaffWords", "Nobody is signed in at this desk. Sign in and try again.")},
    {"staff.noRight",
     QT_TRANSLATE_NOOP("StaffWords", "Your role does not allow this. Ask an administrator, or a colleague who may.")},
    {"staff.noAdmin", QT_TRANSLATE_NOOP("StaffWords", "At least one administrator at work needs a PIN, or nobody could "
                                                      "change this again. Give one a PIN first.")},
    {"staff.lockTime",
     QT_TRANSLATE_NOOP("StaffWords", "The desk can lock after 1 to 480 minutes, or never. Choose such a time.")},
    {"staff.name", QT_TRANSLATE_NOOP("StaffWords", "Enter a name.")},
    {"staff.nameTaken", QT_TRANSLATE_NOOP("StaffWords", "Somebody of this name is on the staff already. Add an initial "
                                                        "or a family name.")},
    {"staff.nameOnShift",
     QT_TRANSLATE_NOOP("StaffWords",
                       "A shift is open under this name. Let it be ended first, or choose another name.")},
    {"staff.phone", QT_TRANSLATE_NOOP("StaffWords", "This is no phone number. Write it as 054-1234567, or with the "
                                                    "country's code.")},
    {"staff.telegram", QT_TRANSLATE_NOOP("StaffWords", "The Telegram chat is a whole number. It shows in the bot's "
                                                       "settings once the person has pressed Start there.")},
    {"staff.weakPin", QT_TRANSLATE_NOOP("StaffWords", "Choose a PIN of 6 to 12 digits that are neither all the same "
                                                      "nor in a row.")},
    {"staff.readOnly", QT_TRANSLATE_NOOP("StaffWords", "Your role reads here and does not write.")},
});

} // namespace

QString role(domain::Role role)
{
    switch (role) {
    case domain::Role::Receptionist:
        return StaffWords::tr("Front desk");
    case domain::Role::Doctor:
        return StaffWords::tr("Doctor");
    case domain::Role::Admin:
        return StaffWords::tr("Administrator");
    case domain::Role::Auditor:
        return StaffWords::tr("Auditor");
    }
    return {};
}

QString rightsOf(domain::Role role)
{
    switch (role) {
    case domain::Role::Receptionist:
        return StaffWords::tr("Holds conversations, keeps the book, calls a doctor. Does not answer in a doctor's name "
                              "and does not close escalations.");
    case domain::Role::Doctor:
        return StaffWords::tr("All that the front desk does, answers as a doctor and closes escalations.");
    case domain::Role::Admin:
        return StaffWords::tr("Everything, and keeps the staff and what all desks share.");
    case domain::Role::Auditor:
        return StaffWords::tr("Reads conversations, figures and the audit log, and changes nothing.");
    }
    return {};
}

QString staffSentence(const QString& key)
{
    return textOf(staffSentences, key, "StaffWords");
}

} // namespace delpek::ui::words
