// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/pairdialog.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/setup/setupwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int quietZone = 4; ///< light modules around a code, as its standard wants

} // namespace

QrView::QrView(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void QrView::show(const desk::QrModules& code)
{
    m_code = code;
    update();
}

void QrView::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (m_code.width == 0) {
        return;
    }
    // Whole pixels, or phones have to guess.
    const int module = width() / (m_code.width + 2 * quietZone);
    const int begin = (width() - module * m_code.width) / 2;
    for (int y = 0; y < m_code.width; ++y) {
        for (int x = 0; x < m_code.width; ++x) {
            if (m_code.dark[size_t(y * m_code.width + x)]) {
                painter.fillRect(begin + x * module, begin + y * module, module, module, Qt::black);
            }
        }
    }
}

PairDialog::PairDialog(const Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_how(new QLabel(this))
    , m_code(new QrView(this))
    , m_state(new QLabel(this))
    , m_again(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("pairDialog"));
    m_state->setObjectName(QStringLiteral("pairState"));
    m_again->setObjectName(QStringLiteral("pairAgain"));
    for (QLabel* label : {m_how, m_state}) {
        label->setWordWrap(true);
        label->setMinimumWidth(360);
    }
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_again);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(4 * space);
    column->addWidget(m_how);
    column->addWidget(m_code, 0, Qt::AlignHCenter);
    column->addWidget(m_state);
    column->addLayout(buttons);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] { look(false); });
    connect(m_again, &QPushButton::clicked, this, &PairDialog::begin);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    begin();
}

void PairDialog::begin()
{
    m_end = m_context.desk.now() + patience;
    become(Stage::Starting);
    look(true);
}

void PairDialog::look(bool begins)
{
    whenDone(m_context.desk.setup().pair(begins), this, [this, round = ++m_round](const auto& pairing) {
        if (round == m_round) {
            take(pairing);
        }
    });
}

void PairDialog::take(const Result<desk::Pairing>& pairing)
{
    if (!pairing) {
        m_failure = pairing.error();
        return become(Stage::Failed);
    }
    m_code->show(pairing->code);
    if (pairing->isLinked) {
        return become(Stage::Linked);
    }
    if (m_context.desk.now() >= m_end) {
        return become(Stage::TimedOut);
    }
    become(pairing->code.width > 0 ? Stage::Scan : Stage::Starting);
    m_next.start(interval);
}

void PairDialog::become(Stage stage)
{
    m_stage = stage;
    if (stage != Stage::Scan) {
        m_code->show({});
    }
    retranslate();
}

void PairDialog::done(int result)
{
    ++m_round;
    m_next.stop();
    m_context.desk.setup().stopCheck();
    QDialog::done(result);
}

void PairDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void PairDialog::retranslate()
{
    setWindowTitle(tr("Link the clinic's phone"));
    m_how->setText(tr("On the clinic's phone, open WhatsApp, then Settings, Linked devices, Link a device, and point "
                      "it at the code."));
    switch (m_stage) {
    case Stage::Starting:
        m_state->setText(tr("WAHA is getting ready…"));
        break;
    case Stage::Scan:
        m_state->setText(tr("The code changes by itself every some seconds."));
        break;
    case Stage::Linked:
        m_state->setText(tr("The phone is linked."));
        break;
    case Stage::TimedOut:
        m_state->setText(tr("No phone was linked in five minutes."));
        break;
    case Stage::Failed:
        m_state->setText(setupwords::trouble(*m_failure));
        break;
    }
    m_code->setVisible(m_stage == Stage::Starting || m_stage == Stage::Scan);
    m_code->setAccessibleName(tr("QR code to be scanned by the clinic's phone"));
    m_again->setText(tr("Try again"));
    m_again->setVisible(m_stage == Stage::TimedOut || m_stage == Stage::Failed);
    m_close->setText(m_stage == Stage::Linked ? tr("Done") : tr("Close"));
    for (QLabel* label : {m_how, m_state}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
}

} // namespace delpek::ui
