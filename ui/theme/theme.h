// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QColor>
#include <QFont>
#include <QObject>

#include <array>

class QApplication;

namespace delpek::ui
{

/// The colours of one theme. Text on its ground has a contrast of at least 4.5 : 1.
struct Colours {
    QColor window;  ///< behind everything
    QColor surface; ///< lists, cards, inputs
    QColor line;
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent;
    QColor accentSoft; ///< selected rows, held by me
    QColor hover;
    QColor emergency;
    QColor emergencySoft;
    QColor doctor;
    QColor doctorSoft;
    QColor waiting;
    QColor good;
    QColor found; ///< behind words that a search found
    QColor bubblePatient;
    QColor bubbleAgent;
    QColor bubbleStaff;
    QColor bubbleDoctor;
    QColor note;                  ///< behind internal notes: like no bubble
    QColor noteStrong;            ///< their edge, mark and button
    QColor onNote;                ///< text on that
    std::array<QColor, 6> labels; ///< by domain::LabelColour; on the surface with at least 3 : 1
};

/// Spacing in device-independent pixels: everything is a multiple of it.
inline constexpr int space = 4;

/// The looks of the window: colours, type, palette and style sheet; can change while the program runs. UI thread.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    /// Sets style, palette, font and style sheet of the whole application and tells everybody.
    void apply(QApplication& application, ThemeKind kind, int textSize);

    const Colours& colours() const { return m_colours; }
    QFont body() const { return m_body; }
    QFont small() const;
    QFont strong() const;
    QFont title() const;
    /// Grows with each change: part of the key of whatever is cached.
    int revision() const { return m_revision; }

Q_SIGNALS:
    void changed();

private:
    Colours m_colours;
    QFont m_body;
    int m_revision = 0;
};

} // namespace delpek::ui
