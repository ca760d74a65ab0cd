// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "desk/setup.h"
#include "ui/context.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;

namespace delpek::ui
{

/// A QR code, black on white in every theme, as phones read it.
class QrView final : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget* parent = nullptr);

    /// None: an empty place of the same size.
    void show(const desk::QrModules& code);
    const desk::QrModules& code() const { return m_code; }

    QSize sizeHint() const override { return {280, 280}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    desk::QrModules m_code;
};

/// Links the clinic's phone to WAHA: shows the code to scan, anew as it changes, until the phone is linked or five
/// minutes are over. The code lives as long as the dialog. UI thread.
class PairDialog final : public QDialog
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds interval{3};
    static constexpr std::chrono::minutes patience{5};

    PairDialog(const Context& context, QWidget* parent);

    bool isLinked() const { return m_stage == Stage::Linked; }

protected:
    void changeEvent(QEvent* event) override;
    void done(int result) override;

private:
    enum class Stage { Starting, Scan, Linked, TimedOut, Failed };

    void begin();
    void look(bool begins);
    void take(const Result<desk::Pairing>& pairing);
    void become(Stage stage);
    void retranslate();

    Context m_context;
    Stage m_stage = Stage::Starting;
    std::optional<Error> m_failure;
    base::Instant m_end;
    int m_round = 0; ///< answers to an earlier one do not count
    QTimer m_next{this};
    QLabel* m_how;
    QrView* m_code;
    QLabel* m_state;
    QPushButton* m_again;
    QPushButton* m_close;
};

} // namespace delpek::ui
